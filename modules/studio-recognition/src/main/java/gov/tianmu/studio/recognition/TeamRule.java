package gov.tianmu.studio.recognition;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import gov.tianmu.spi.value.ResidentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * 除领衔人外拥有不少于3人的技能人才团队 (notice 三(一)): a row that is the leader, or a member who stands there already, makes no
 * team. The number of rows is the form's own limit.
 */
@Component(property = "tianmu.program=studio-recognition")
public class TeamRule implements CaseRule {

    @Override
    public List<Finding> check(CaseView application) {
        Answers answers = application.answers();
        Optional<ResidentId> leader = ResidentId.parse(answers.text("leader-resident-id"));
        Set<ResidentId> known = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Answers.Row row : answers.rows("team")) {
            String cell = "team[" + row.id() + "].resident-id";
            Optional<ResidentId> member = ResidentId.parse(row.answers().text("resident-id"));
            if (member.isEmpty()) {
                continue;
            }
            if (member.equals(leader)) {
                findings.add(error(
                        cell,
                        "member-is-leader",
                        "这一行与领衔人是同一人。成员是领衔人以外的人，请改填其他成员。",
                        "This row is the leader. Members are people beside the leader: enter another one."));
            } else if (!known.add(member.get())) {
                findings.add(error(
                        cell,
                        "member-twice",
                        "这名成员已在前面的行中，请删除重复的行或改正身份证号码。",
                        "This member stands in an earlier row. Delete the row or correct the number."));
            }
        }
        return findings;
    }

    private static Finding error(String field, String code, String zh, String en) {
        return new Finding(field, Finding.Severity.ERROR, code, new Text(zh, en));
    }
}
