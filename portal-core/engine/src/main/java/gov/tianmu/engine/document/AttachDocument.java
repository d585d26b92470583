package gov.tianmu.engine.document;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.EditableTargets;
import gov.tianmu.engine.document.content.ContentStore;
import gov.tianmu.engine.document.content.StoredContent;
import gov.tianmu.engine.document.content.UploadSettings;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UnitOfWork;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.DocumentRequirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Attaches a file to a draft, or to what an officer pinned. The content streams into the store between two short
 * transactions: the first asks whether it may come, the second records it. If it cannot be recorded, nothing stays.
 */
@ApplicationScoped
@UseCase(by = Role.APPLICANT, ownTransactions = true)
public class AttachDocument {

    @Inject
    private CaseFiles cases;

    @Inject
    private Documents documents;

    @Inject
    private EditableTargets targets;

    @Inject
    private ContentStore store;

    @Inject
    private UploadSettings settings;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private PortalClock clock;

    @Inject
    private AuditTrail audit;

    /** Where a file is to go, once it is clear that it may. */
    private record Place(DocumentRequirement requirement, String rowId) {}

    /**
     * @param requirement which requirement the file is for
     * @param row for requirements per table row: the row's id, or its place counting from 0; else empty
     * @param content read to its end; the caller closes it
     */
    public Outcome<Document> attach(
            Actor actor, String number, String requirement, String row, String fileName, InputStream content)
            throws Exception {
        return attach(actor, number, requirement, row, fileName, content, document -> {});
    }

    /**
     * As above.
     *
     * @param also runs in the transaction that records the document: both are kept, or neither
     */
    public Outcome<Document> attach(
            Actor actor,
            String number,
            String requirement,
            String row,
            String fileName,
            InputStream content,
            Consumer<Document> also)
            throws Exception {
        Outcome<Place> place = unitOfWork.run(() -> place(actor, number, requirement, row));
        if (place instanceof Outcome.Refused<Place> refused) {
            return Outcome.refused(refused.refusal());
        }
        Place to = place.result().orElseThrow();
        Outcome<StoredContent> stored =
                store.put(content, fileName, settings.accepting(to.requirement().types()));
        if (stored instanceof Outcome.Refused<StoredContent> refused) {
            return Outcome.refused(refused.refusal());
        }
        StoredContent kept = stored.result().orElseThrow();
        boolean recorded = false;
        try {
            Outcome<Document> outcome = unitOfWork.run(() -> {
                Outcome<Document> attached = record(actor, number, requirement, to.rowId(), kept);
                attached.result().ifPresent(also);
                return attached;
            });
            recorded = outcome.isDone();
            return outcome;
        } finally {
            if (!recorded) {
                store.delete(kept.key());
            }
        }
    }

    private Outcome<Place> place(Actor actor, String number, String requirementId, String row) {
        Optional<CaseFile> found = cases.find(number).filter(c -> actor.actsFor(c.getUscc()));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        CaseFile file = found.get();
        if (!file.getStage().isEditable()) {
            return Outcome.refused(
                    Refusal.Kind.CONFLICT, "case.not-editable", file.getStage().code());
        }
        Optional<DocumentRequirement> requirement = cases.definitionOf(file).document(requirementId);
        if (requirement.isEmpty()) {
            return Outcome.refused(Refusal.Kind.INVALID, "document.requirement-unknown");
        }
        Optional<String> rowId = rowId(requirement.get(), cases.answersOf(file), row);
        if (rowId.isEmpty()) {
            return Outcome.refused(Refusal.Kind.INVALID, "document.row-unknown");
        }
        String target = Document.target(requirementId, rowId.get());
        if (file.getStage() == CaseStage.RETURNED
                && !isPinned(number, requirement.get(), rowId.get(), target)) {
            return Outcome.refused(Refusal.Kind.CONFLICT, "document.not-pinned");
        }
        long there = documents.of(number).stream()
                .filter(d -> d.target().equals(target))
                .count();
        if (there >= requirement.get().maxCount()) {
            return Outcome.refused(
                    Refusal.Kind.CONFLICT, "document.too-many", requirement.get().maxCount());
        }
        return Outcome.done(new Place(requirement.get(), rowId.get()));
    }

    /** A pinned table or row takes its rows' documents with it: a member who is added needs their own. */
    private boolean isPinned(String number, DocumentRequirement requirement, String rowId, String target) {
        return targets.pinnedDocuments(number).stream().anyMatch(pin -> EditableTargets.covers(pin, target))
                || requirement
                        .per()
                        .map(table -> table + "[" + rowId + "]")
                        .filter(row -> targets.pinnedFields(number).stream()
                                .anyMatch(pin -> EditableTargets.covers(pin, row)))
                        .isPresent();
    }

    private static Optional<String> rowId(DocumentRequirement requirement, Answers answers, String row) {
        if (requirement.per().isEmpty()) {
            return row.isBlank() ? Optional.of(Document.NO_ROW) : Optional.empty();
        }
        List<Answers.Row> rows = answers.rows(requirement.per().get());
        if (rows.stream().anyMatch(r -> r.id().equals(row))) {
            return Optional.of(row);
        }
        return row.matches("\\d{1,3}") && Integer.parseInt(row) < rows.size()
                ? Optional.of(rows.get(Integer.parseInt(row)).id())
                : Optional.empty();
    }

    /** The case is looked at again: while the content came in, it may have been handed in or another file attached. */
    private Outcome<Document> record(
            Actor actor, String number, String requirement, String rowId, StoredContent content) {
        Outcome<CaseFile> held = cases.ownForChange(actor, number, OptionalLong.empty());
        return held.flatMap(file -> place(actor, number, requirement, rowId)).map(still -> {
            CaseFile file = held.result().orElseThrow();
            Document document = new Document(
                    number, requirement, rowId, content, file.getSubmissions(), actor.account(), clock.now());
            documents.add(document);
            audit.append(
                    actor,
                    new Deed(
                            "document.attached",
                            number,
                            "",
                            document.target() + " " + content.mediaType() + " " + content.sha256()));
            return document;
        });
    }

    /** Takes a document off a draft, or off a pinned requirement. One that an officer has seen stays on record. */
    @UseCase(by = Role.APPLICANT)
    public Outcome<Void> remove(Actor actor, String number, String id) throws IOException {
        Outcome<CaseFile> own = cases.ownForChange(actor, number, OptionalLong.empty());
        if (own instanceof Outcome.Refused<CaseFile> refused) {
            return Outcome.refused(refused.refusal());
        }
        CaseFile file = own.result().orElseThrow();
        Optional<Document> document = documents.find(number, id).filter(d -> !d.isRemoved());
        if (document.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        if (!file.getStage().isEditable()) {
            return Outcome.refused(
                    Refusal.Kind.CONFLICT, "case.not-editable", file.getStage().code());
        }
        Document found = document.get();
        DocumentRequirement requirement =
                cases.definitionOf(file).document(found.getRequirement()).orElseThrow();
        if (file.getStage() == CaseStage.RETURNED
                && !isPinned(number, requirement, found.getRowId(), found.target())) {
            return Outcome.refused(Refusal.Kind.CONFLICT, "document.not-pinned");
        }
        found.remove(file.getSubmissions(), clock.now());
        audit.append(
                actor,
                new Deed(
                        "document.removed",
                        number,
                        found.target() + " " + found.getSha256(),
                        ""));
        return Outcome.done(null);
    }
}
