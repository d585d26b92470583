package gov.tianmu.engine.document;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.document.content.ContentStore;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.definition.DocumentRequirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Shows the documents of a case to those who may see the case. A look at a personal one by the bureau is audited. */
@ApplicationScoped
@UseCase(by = {Role.APPLICANT, Role.OFFICER, Role.LEADER})
public class ReadDocuments {

    @Inject
    private CaseFiles cases;

    @Inject
    private Documents documents;

    @Inject
    private ContentStore store;

    @Inject
    private AuditTrail audit;

    /** A document opened for reading. The caller closes the stream. */
    public record Opened(Document document, InputStream content) {}

    /** The documents a case has now. */
    public Outcome<List<Document>> list(Actor actor, String number) {
        return visible(actor, number).map(file -> documents.of(number));
    }

    /** Also those that were replaced, for before and after. */
    public Outcome<List<Document>> history(Actor actor, String number) {
        return visible(actor, number).map(file -> documents.everOf(number));
    }

    public Outcome<Opened> open(Actor actor, String number, String id) throws IOException {
        Outcome<CaseFile> found = visible(actor, number);
        if (found instanceof Outcome.Refused<CaseFile> refused) {
            return Outcome.refused(refused.refusal());
        }
        Optional<Document> document = documents.find(number, id);
        if (document.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        boolean personal = cases.definitionOf(found.result().orElseThrow())
                .document(document.get().getRequirement())
                .map(DocumentRequirement::personal)
                .orElse(true);
        if (personal && !actor.is(Role.APPLICANT)) {
            audit.append(actor, new Deed("document.viewed", number, "", document.get().target()));
        }
        return Outcome.done(
                new Opened(document.get(), store.open(document.get().contentKey())));
    }

    private Outcome<CaseFile> visible(Actor actor, String number) {
        return cases.visibleTo(actor, number)
                .<Outcome<CaseFile>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }
}
