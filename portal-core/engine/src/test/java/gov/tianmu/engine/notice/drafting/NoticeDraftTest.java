package gov.tianmu.engine.notice.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeDraftTest {

    private static final Instant NOW = ShippedNotice.MORNING;
    private static final Actor WRITER = new Actor("officer01", "朱震", Set.of(Role.OFFICER), Optional.empty());
    private static final Actor OTHER = new Actor("officer02", "王旭阳", Set.of(Role.OFFICER), Optional.empty());

    private final NoticeDraft draft =
            new NoticeDraft(WRITER, "hash", "临人社发〔2023〕26号", "", ShippedNotice.nextYear(), NOW);

    @Test
    void whyItsModuleWasRefusedIsKnownInBothLanguagesUntilItIsPublished() {
        draft.submit(WRITER, NOW);
        draft.approve(OTHER, "2024-31", "1.0.0", NOW);

        draft.notPublished(new Text("已由别的模块提供", "brought by another module already"), NOW);

        assertEquals(Optional.of(new Text("已由别的模块提供", "brought by another module already")), draft.getReason());
        draft.published(NOW);
        assertEquals(Optional.empty(), draft.getReason());
    }

    @Test
    void whatAPersonWroteStandsInBothLanguagesAsWritten() {
        draft.submit(WRITER, NOW);
        draft.notPublished(new Text("已由别的模块提供", "brought by another module already"), NOW);

        draft.giveBack(OTHER, "截止请改到五月。", NOW);

        Text why = draft.getReason().orElseThrow();
        assertEquals("截止请改到五月。", why.in(Locale.ENGLISH));
        assertEquals("截止请改到五月。", why.in(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void aLongReasonIsCutInEachLanguage() {
        draft.notPublished(new Text("长".repeat(501), "long ".repeat(200)), NOW);

        Text why = draft.getReason().orElseThrow();
        assertEquals("长".repeat(499) + "…", why.zh());
        assertEquals(500, why.en().length());
    }
}
