package gov.tianmu.engine.submission;

import gov.tianmu.engine.casefile.AnswerCheck;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.document.Document;
import gov.tianmu.engine.document.DocumentCheck;
import gov.tianmu.engine.document.Documents;
import gov.tianmu.engine.modules.CaseRules;
import gov.tianmu.engine.notice.Call;
import gov.tianmu.engine.notice.Calls;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything a submission would object to: answers, documents and the program's own rules, in form order. */
@ApplicationScoped
public class CaseChecks {

    @Inject
    private CaseFiles cases;

    @Inject
    private Documents documents;

    @Inject
    private Calls calls;

    @Inject
    private CaseRules rules;

    @Inject
    private PortalClock clock;

    List<Violation> check(CaseFile file) {
        ProgramDefinition definition = cases.definitionOf(file);
        Answers answers = cases.answersOf(file);
        List<Document> attached = documents.of(file.getNumber());
        LocalDate today = clock.today();
        List<Violation> violations = new ArrayList<>(new AnswerCheck(definition, today).check(answers));
        violations.addAll(DocumentCheck.check(definition, answers, attached));
        Call call = calls.find(file.getCallId()).orElseThrow();
        rules.check(file.getProgramId(), new CaseView(today, answers, call.parameters())).stream()
                .map(CaseChecks::violation)
                .forEach(violations::add);
        return violations;
    }

    /** A rule speaks for itself in both languages; its words travel as arguments. */
    private static Violation violation(Finding finding) {
        return new Violation(
                finding.field(),
                finding.severity() == Finding.Severity.ERROR ? Violation.Severity.ERROR : Violation.Severity.WARNING,
                "rule." + finding.code(),
                Map.of(
                        "zh", finding.message().zh(), "en", finding.message().en()));
    }
}
