package gov.tianmu.web.applicant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void everyPathOfAnAnswerOrDocumentHasAnAnchorThatAnAddressCanName() {
        assertEquals("f-unit-name", Addresses.anchor("unit-name"));
        assertEquals("f-team-r1", Addresses.anchor("team[r1]"));
        assertEquals("f-team-r1-resident-id", Addresses.anchor("team[r1].resident-id"));
        assertEquals("d-licence", Addresses.anchor("document:licence"));
        assertEquals("d-member-id-r1", Addresses.anchor("document:member-id[r1]"));
    }
}
