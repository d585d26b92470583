package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.modules.definition.DefinitionError;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.NoticeDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the module of a draft when nothing is wrong with it, by our own checks and by the reader that every module meets. */
@ApplicationScoped
class SoundBundle {

    private static final Pattern ATTACHMENT = Pattern.compile("text/attachment-(\\d+)\\.xhtml");

    @Inject
    private NoticeDrafts drafts;

    /**
     * The draft's module.
     *
     * @param version the version it was approved as; empty for the next
     */
    public Outcome<NoticeBundle> of(NoticeDraft draft, Optional<String> version) {
        NoticeContent content = draft.content();
        DraftGround ground = drafts.ground(draft, content);
        List<Violation> errors = DraftCheck.check(content, ground).stream()
                .filter(each -> each.severity() == Violation.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            return Outcome.refused(Refusal.invalid("notice-draft.incomplete", errors));
        }
        NoticeBundle bundle = drafts.bundle(draft, content, ground, version);
        if (bundle.definition() instanceof DefinitionReading.Faulty<NoticeDefinition> faulty) {
            return Outcome.refused(Refusal.invalid(
                    "notice-draft.incomplete",
                    faulty.errors().stream().map(error -> violation(error, content)).toList()));
        }
        return Outcome.done(bundle);
    }

    /** The reader speaks for itself; what it means is said at the text it stands in, or at the whole. */
    private static Violation violation(DefinitionError error, NoticeContent content) {
        Map<String, Object> words =
                Map.of("zh", error.inWords().zh(), "en", error.inWords().en());
        return new Violation(fieldOf(error, content), Violation.Severity.ERROR, "rule.definition", words);
    }

    private static String fieldOf(DefinitionError error, NoticeContent content) {
        Matcher attachment = ATTACHMENT.matcher(error.resource());
        if (attachment.matches()) {
            int place = Integer.parseInt(attachment.group(1)) - 1;
            return "attachment." + content.attachments().get(place).key() + ".text";
        }
        return error.resource().equals(NoticeBundle.TEXT) ? "text" : "number";
    }
}
