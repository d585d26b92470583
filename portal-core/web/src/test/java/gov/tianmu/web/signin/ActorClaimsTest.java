package gov.tianmu.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorClaimsTest {

    private static final String USCC = "91330112MA2TMK01XY";

    @Test
    void anApplicantHasRoleNameAndOrganisation() {
        Actor actor = ActorClaims.actor(Map.of(
                "preferred_username", "applicant01",
                "family_name", "周",
                "given_name", "文彬",
                "groups", List.of("default-roles-district", "applicant"),
                "uscc", USCC,
                "org_name", "临安示范精工机械有限公司"));
        assertEquals("周文彬", actor.name());
        assertEquals(Set.of(Role.APPLICANT), actor.roles());
        assertEquals(Optional.of(new Organisation(USCC, "临安示范精工机械有限公司")), actor.organisation());
    }

    @Test
    void groupsThePortalDoesNotKnowGiveNoRole() {
        Actor actor = ActorClaims.actor(Map.of("preferred_username", "x", "groups", List.of("offline_access", "ADMIN")));
        assertEquals(Set.of(), actor.roles());
    }

    @Test
    void aCodeWithAWrongCheckDigitIsNoOrganisation() {
        Actor actor = ActorClaims.actor(
                Map.of("preferred_username", "x", "uscc", "91330112MA2TMK01X0", "org_name", "某单位"));
        assertEquals(Optional.empty(), actor.organisation());
    }

    @Test
    void anOrganisationWithoutNameIsNone() {
        assertEquals(
                Optional.empty(),
                ActorClaims.actor(Map.of("preferred_username", "x", "uscc", USCC)).organisation());
    }

    @Test
    void aWesternNameIsTakenAsTheRealmComposesIt() {
        Actor actor = ActorClaims.actor(Map.of(
                "preferred_username", "x", "family_name", "Smith", "given_name", "Ann", "name", "Ann Smith"));
        assertEquals("Ann Smith", actor.name());
    }

    @Test
    void whoHasNoNameIsCalledByTheAccount() {
        assertEquals("x", ActorClaims.actor(Map.of("preferred_username", "x")).name());
    }

    @Test
    void claimsWithoutAccountAreAVisitors() {
        assertFalse(ActorClaims.actor(Map.of("groups", List.of("admin"))).isSignedIn());
    }
}
