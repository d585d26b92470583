package gov.tianmu.engine.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.spi.answers.Answers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerChangesTest {

    private static final JsonObject TWO_ROWS =
            json("{\"name\":\"甲\",\"team\":[{\"id\":\"r1\",\"member\":\"周晓峰\"},{\"id\":\"r2\",\"member\":\"吴佳敏\"}]}");

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static AnswersJson.Reading apply(String changes) {
        Answers before =
                AnswersJson.readUntrusted(TWO_ROWS, SmallProgram.definition()).answers();
        return AnswerChanges.apply(before, json(changes), SmallProgram.definition());
    }

    private static List<String> rowIds(AnswersJson.Reading reading) {
        return reading.answers().rows("team").stream().map(Answers.Row::id).toList();
    }

    @Test
    void oneCellChangesAndAllElseStays() {
        AnswersJson.Reading reading = apply("{\"team[r2].member\":\"吴敏\"}");
        assertEquals("吴敏", AnswerPath.textAt(reading.answers(), "team[r2].member"));
        assertEquals("周晓峰", AnswerPath.textAt(reading.answers(), "team[r1].member"));
        assertEquals("甲", reading.answers().text("name"));
    }

    @Test
    void aCellOfARowThatIsNotThereBeginsTheRow() {
        assertEquals(List.of("r1", "r2", "r3"), rowIds(apply("{\"team[r3].member\":\"\"}")));
    }

    @Test
    void aRowGivenAsNullGoesAndTheOthersStay() {
        AnswersJson.Reading reading = apply("{\"team[r1]\":null,\"name\":\"乙\"}");
        assertEquals(List.of("r2"), rowIds(reading));
        assertEquals("乙", reading.answers().text("name"));
        assertEquals(List.of(), reading.violations());
    }

    @Test
    void removingARowThatIsNotThereChangesNothing() {
        assertEquals(List.of("r1", "r2"), rowIds(apply("{\"team[r9]\":null}")));
    }

    @Test
    void aRowGivenAsAnythingElseIsAnUnknownField() {
        AnswersJson.Reading reading = apply("{\"team[r1]\":\"gone\"}");
        assertEquals("unknown-field", reading.violations().get(0).code());
        assertEquals(List.of("r1", "r2"), rowIds(reading));
    }

    @Test
    void aRowOfWhatIsNoTableIsAnUnknownField() {
        assertEquals("unknown-field", apply("{\"name[r1]\":null}").violations().get(0).code());
    }
}
