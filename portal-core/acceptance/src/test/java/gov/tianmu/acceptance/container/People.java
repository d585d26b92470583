package gov.tianmu.acceptance.container;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import java.util.Optional;
import java.util.Set;

/** Those who use the portal in these tests. */
final class People {

    static final Organisation UNIT = new Organisation("91330112MA2TMK01XY", "浙江万马股份有限公司");
    static final Organisation OTHER_UNIT = new Organisation("91330112MA2TMK028Y", "临安青荷酒店管理有限公司");

    static final Actor APPLICANT = applicant("applicant01", UNIT);
    static final Actor STRANGER = applicant("applicant02", OTHER_UNIT);
    static final Actor OFFICER = staff("officer01", "朱震", Role.OFFICER);
    static final Actor OTHER_OFFICER = staff("officer02", "王旭阳", Role.OFFICER);
    static final Actor LEADER = staff("leader01", "分管领导", Role.LEADER);
    static final Actor ADMIN = staff("admin01", "何伟", Role.ADMIN);
    static final Actor AUDITOR = staff("auditor01", "审计", Role.AUDITOR);

    private People() {}

    static Actor applicant(String account, Organisation organisation) {
        return new Actor(
                account,
                "经办人" + account,
                Set.of(Role.APPLICANT),
                Optional.of(organisation),
                Optional.of(account + "@example.org"));
    }

    private static Actor staff(String account, String name, Role role) {
        return new Actor(account, name, Set.of(role), Optional.empty());
    }
}
