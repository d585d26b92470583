package gov.tianmu.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleState;
import gov.tianmu.engine.modules.console.CasesInHand;
import gov.tianmu.engine.modules.console.ModuleOverview;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.display.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleShownTest {

    @ParameterizedTest(name = "{1} ran before {0}")
    @CsvSource({
        "1.1.0, 1.0.0, 回退到 1.0.0, Roll back to 1.0.0",
        "1.10.0, 1.9.0, 回退到 1.9.0, Roll back to 1.9.0",
        "1.0.0, 1.0.0, 回退到 1.0.0, Roll back to 1.0.0",
        "1.0.0, 1.1.0, 换到 1.1.0, Change to 1.1.0",
        "1.9.0, 1.10.0, 换到 1.10.0, Change to 1.10.0"
    })
    void theWayToTheOtherVersionIsCalledBackOnlyWhenItLeadsBack(
            String version, String previous, String zh, String en) {
        ModuleShown module = shown(version, Optional.of(previous));

        String key = "admin.module." + module.toPrevious();
        assertEquals(zh, Texts.of(Locale.SIMPLIFIED_CHINESE, key, module.previous()));
        assertEquals(en, Texts.of(Locale.ENGLISH, key, module.previous()));
    }

    @Test
    void whereNothingRanBeforeThereIsNoWayBack() {
        assertEquals("", shown("1.0.0", Optional.empty()).previous());
    }

    private static ModuleShown shown(String version, Optional<String> previous) {
        ModuleRow row = new ModuleRow(
                "test.sample",
                "sample.jar",
                version,
                Optional.of(ModuleKind.PROGRAM),
                ModuleState.ACTIVE,
                Text.EMPTY,
                Optional.empty(),
                List.of(),
                List.of(),
                Instant.EPOCH,
                Optional.empty(),
                previous,
                List.of());
        return new ModuleShown(
                new ModuleOverview(row, "sample", 0, new CasesInHand.Count(0, 0), List.of(), Optional.empty()),
                Map.of());
    }
}
