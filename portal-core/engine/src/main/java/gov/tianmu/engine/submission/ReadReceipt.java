package gov.tianmu.engine.submission;

import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.document.Documents;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows the receipt of the last submission again. */
@ApplicationScoped
@UseCase(by = {Role.APPLICANT, Role.OFFICER, Role.LEADER})
public class ReadReceipt {

    @Inject
    private CaseFiles cases;

    @Inject
    private Submissions submissions;

    @Inject
    private Documents documents;

    public Outcome<Receipt> read(Actor actor, String number) {
        return cases.visibleTo(actor, number)
                .flatMap(file -> submissions.find(number, file.getSubmissions()).map(s -> new Receipt(
                        number,
                        file.getMark(),
                        file.getTitle(),
                        file.getOrgName(),
                        s.getRound(),
                        s.getSubmittedAt(),
                        (int) documents.everOf(number).stream()
                                .filter(d -> d.wasInRound(s.getRound()))
                                .count(),
                        s.getAnswersSha256())))
                .<Outcome<Receipt>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }
}
