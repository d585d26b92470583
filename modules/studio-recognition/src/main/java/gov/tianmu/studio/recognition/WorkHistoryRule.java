package gov.tianmu.studio.recognition;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A post in the work history (工作简历) ends no earlier than it begins. */
@Component(property = "tianmu.program=studio-recognition")
public class WorkHistoryRule implements CaseRule {

    @Override
    public List<Finding> check(CaseView application) {
        return application.answers().rows("work-history").stream()
                .filter(WorkHistoryRule::endsBeforeItBegins)
                .map(row -> new Finding(
                        "work-history[" + row.id() + "].to",
                        Finding.Severity.ERROR,
                        "history-ends-before-it-begins",
                        new Text(
                                "截止年月早于起始年月，请改正；至今的不填。",
                                "This post ends before it begins. Correct it; leave the end empty up to now.")))
                .toList();
    }

    /** Months as ISO 8601 writes them (2023-05) sort as they follow each other. */
    private static boolean endsBeforeItBegins(Answers.Row row) {
        String from = row.answers().text("from");
        String to = row.answers().text("to");
        return !from.isBlank() && !to.isBlank() && to.compareTo(from) < 0;
    }
}
