package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.publicity.PreparePublicity;
import gov.tianmu.engine.review.Correction;
import gov.tianmu.engine.review.DecideAcceptance;
import gov.tianmu.engine.review.RequestCorrections;
import gov.tianmu.engine.review.ReviewCase;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.page.PostedForm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an officer does on a case's page. The page is one form: whatever button is pressed, the wording of the drafted
 * corrections comes along and is kept first, so that nothing typed is lost.
 */
@RequestScoped
public class CaseActions {

    /** The name of the field that words a drafted correction is this and its target. */
    static final String WORDING = "request.";

    @Inject
    private RequestCorrections requestCorrections;

    @Inject
    private DecideAcceptance decideAcceptance;

    @Inject
    private PreparePublicity preparePublicity;

    @Inject
    private ReviewCase reviewCase;

    @Inject
    private ReadCase readCase;

    @Inject
    private PostedForm posted;

    /** Does what the pressed button says. */
    Outcome<?> perform(Actor actor, String number) {
        OptionalLong seen = posted.version("version");
        OptionalLong before = versionOf(actor, number);
        Kept kept = keepWordings(actor, number);
        if (kept.refusal().isPresent()) {
            return Outcome.refused(kept.refusal().get());
        }
        OptionalLong version = seen.equals(before) ? movedBy(kept.count(), seen, versionOf(actor, number)) : seen;
        String argument = posted.getArgument();
        return switch (posted.getVerb()) {
            case "save" -> Outcome.done(kept);
            case "pin" -> requestCorrections.pin(actor, number, posted.text("target"), posted.text("request"));
            case "unpin" -> requestCorrections.unpin(actor, number, argument);
            case "confirm" -> requestCorrections.confirm(actor, number, argument);
            case "return" -> requestCorrections.returnCase(
                    actor, number, version, posted.date("due").orElse(null));
            case "accept" -> decideAcceptance.accept(actor, number, version);
            case "decline" -> decideAcceptance.decline(actor, number, version, posted.text("reason"));
            case "opinion" -> opinion(actor, number, version);
            case "list" -> preparePublicity.add(actor, number);
            case "reveal" -> readCase.reveal(actor, number, argument);
            default -> Outcome.refused(Refusal.of(Refusal.Kind.MALFORMED, "not-found"));
        };
    }

    private OptionalLong versionOf(Actor actor, String number) {
        return readCase.read(actor, number)
                .result()
                .map(content -> OptionalLong.of(content.summary().version()))
                .orElse(OptionalLong.empty());
    }

    /** Keeping a wording moves the case's version on by one at most; whoever moved it further is found out. */
    private static OptionalLong movedBy(int most, OptionalLong seen, OptionalLong now) {
        boolean ours = seen.isPresent() && now.isPresent() && now.getAsLong() - seen.getAsLong() <= most;
        return ours ? now : seen;
    }

    private Outcome<?> opinion(Actor actor, String number, OptionalLong version) {
        String favourable = posted.text("favourable");
        if (!favourable.equals("yes") && !favourable.equals("no")) {
            return Outcome.refused(Refusal.of(Refusal.Kind.INVALID, "desk.opinion.choose"));
        }
        return decideAcceptance.recordOpinion(
                actor, number, version, favourable.equals("yes"), posted.text("opinion"));
    }

    /** How many wordings were changed, and why one could not be. */
    private record Kept(int count, Optional<Refusal> refusal) {}

    private Kept keepWordings(Actor actor, String number) {
        List<Correction> drafts = reviewCase.corrections(actor, number).result().orElse(List.of()).stream()
                .filter(each -> each.getState() == Correction.State.DRAFT)
                .toList();
        int count = 0;
        for (Correction draft : drafts) {
            String worded = posted.text(WORDING + draft.getTarget()).strip();
            boolean going = posted.getVerb().equals("unpin") && posted.getArgument().equals(draft.getId());
            if (worded.isEmpty() || going || worded.replace("\r\n", "\n").equals(plain(draft))) {
                continue;
            }
            Outcome<Correction> reworded = requestCorrections.pin(
                    actor, number, draft.getTarget(), worded.replace("\r\n", "\n"));
            if (!reworded.isDone()) {
                return new Kept(count, reworded.reason());
            }
            count++;
        }
        return new Kept(count, Optional.empty());
    }

    private static String plain(Correction draft) {
        return draft.getRequest().replace("\r\n", "\n");
    }
}
