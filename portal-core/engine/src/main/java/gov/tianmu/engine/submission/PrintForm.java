package gov.tianmu.engine.submission;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.print.AnswersOnPaper;
import gov.tianmu.engine.print.FormPrinter;
import gov.tianmu.engine.print.PrintSource;
import gov.tianmu.engine.print.StylesheetSource;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.ProgramDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Prints the filled form (附件1) as the program's module lays it out: what was handed in last, or a draft as it stands. The
 * opinion boxes stay empty: they are signed and stamped on paper. A look by the bureau is audited, for the form holds
 * personal data in clear.
 */
@ApplicationScoped
@UseCase(by = {Role.APPLICANT, Role.OFFICER, Role.LEADER})
public class PrintForm {

    private static final String STYLESHEET = "print/application-form.xsl";

    @Inject
    private CaseFiles cases;

    @Inject
    private Submissions submissions;

    @Inject
    private Programs programs;

    @Inject
    private FormPrinter printer;

    @Inject
    private AuditTrail audit;

    /**
     * The printed form.
     *
     * @param fileName to offer it under
     * @param pdf A4, text selectable; a form is some 100 KB
     */
    public record PrintedForm(String fileName, byte[] pdf) {}

    public Outcome<PrintedForm> print(Actor actor, String number) throws IOException {
        Optional<CaseFile> found = cases.visibleTo(actor, number);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        CaseFile file = found.get();
        Optional<byte[]> stylesheet = programs.part(file.getDefinitionHash(), STYLESHEET);
        if (stylesheet.isEmpty()) {
            return Outcome.refused(Refusal.Kind.NOT_FOUND, "form.not-printable");
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(
                sourceOf(file),
                new StylesheetSource(file.getProgramId() + "/" + STYLESHEET, stylesheet.get()),
                pdf);
        if (!actor.is(Role.APPLICANT)) {
            audit.append(actor, Deed.of("form.printed", number));
        }
        return Outcome.done(new PrintedForm(file.getMark() + file.getNumber() + ".pdf", pdf.toByteArray()));
    }

    private PrintSource sourceOf(CaseFile file) {
        ProgramDefinition definition = cases.definitionOf(file);
        Optional<Submission> last =
                file.getStage().isEditable() ? Optional.empty() : submissions.find(file.getNumber(), file.getSubmissions());
        Answers answers = last.map(s -> submissions.answersOf(file, s)).orElseGet(() -> cases.answersOf(file));
        return new PrintSource(
                last.isPresent() ? file.getMark() + " " + file.getNumber() : "",
                definition.title().zh(),
                file.getTitle(),
                last.map(s -> LocalDate.ofInstant(s.getSubmittedAt(), PortalClock.ZONE)),
                file.getOrgName(),
                AnswersOnPaper.sections(definition, answers),
                List.of());
    }
}
