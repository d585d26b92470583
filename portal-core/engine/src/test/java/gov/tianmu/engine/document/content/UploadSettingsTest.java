package gov.tianmu.engine.document.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadSettingsTest {

    @Test
    void takesTwentyMegabytesWhereNothingIsSet() {
        assertEquals(20 * 1024 * 1024, new UploadSettings(null).maxBytes());
        assertEquals(20 * 1024 * 1024, new UploadSettings(" ").maxBytes());
    }

    @Test
    void takesWhatIsSet() {
        assertEquals(50 * 1024 * 1024, new UploadSettings("50").maxBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "20MB", "4096"})
    void refusesToStartWithASettingThatMakesNoSense(String setting) {
        assertThrows(IllegalStateException.class, () -> new UploadSettings(setting));
    }

    @Test
    void turnsTheGroupsOfADefinitionIntoLimits() {
        UploadSettings settings = new UploadSettings("1");
        assertEquals(
                new ContentLimits(Set.of(ContentGroup.PDF, ContentGroup.OFFICE), 1024 * 1024),
                settings.accepting(List.of("pdf", "office")));
        assertThrows(IllegalArgumentException.class, () -> settings.accepting(List.of("exe")));
    }
}
