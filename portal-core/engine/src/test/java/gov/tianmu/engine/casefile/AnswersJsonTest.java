package gov.tianmu.engine.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersJsonTest {

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(v -> v.field() + " " + v.code()).toList();
    }

    @Test
    void whatIsWrittenIsReadAgainTheSame() {
        JsonObject json = json(
                "{\"name\":\"叶小挺㛃𠮷\",\"count\":3.50,\"agreed\":true,\"areas\":[\"a\",\"b\"],"
                        + "\"team\":[{\"id\":\"r1\",\"member\":\"周晓峰\"}]}");
        AnswersJson.Reading reading = AnswersJson.readUntrusted(json, SmallProgram.definition());
        assertTrue(reading.violations().isEmpty(), () -> codes(reading.violations()).toString());
        assertEquals(json, AnswersJson.write(reading.answers()));
    }

    @Test
    void unknownFieldsAreToldAtTheFieldAlsoInsideARow() {
        AnswersJson.Reading reading = AnswersJson.readUntrusted(
                json("{\"nonsense\":1,\"team\":[{\"id\":\"r1\",\"shoe\":\"42\"}]}"), SmallProgram.definition());
        assertEquals(List.of("nonsense unknown-field", "team[r1].shoe unknown-field"), codes(reading.violations()));
    }

    @Test
    void aValueOfAnotherTypeIsToldAndLeftOut() {
        AnswersJson.Reading reading = AnswersJson.readUntrusted(
                json("{\"name\":{\"a\":1},\"agreed\":\"yes\",\"team\":\"none\"}"), SmallProgram.definition());
        assertEquals(
                List.of("name wrong-type", "agreed wrong-type", "team wrong-type"), codes(reading.violations()));
        assertTrue(reading.answers().values().isEmpty());
    }

    @Test
    void rowsWithoutAnIdOrWithATakenOneAreGivenOne() {
        Answers answers = AnswersJson.readUntrusted(
                        json("{\"team\":[{\"member\":\"a\"},{\"id\":\"x\",\"member\":\"b\"},{\"id\":\"x\"}]}"),
                        SmallProgram.definition())
                .answers();
        List<Answers.Row> rows = answers.rows("team");
        assertEquals(3, rows.size());
        assertFalse(rows.get(0).id().isBlank());
        assertEquals("x", rows.get(1).id());
        assertNotEquals("x", rows.get(2).id());
    }

    @Test
    void nullAndEmptyMeanNotAnswered() {
        Answers answers = AnswersJson.readUntrusted(
                        json("{\"name\":\"\",\"count\":null}"), SmallProgram.definition())
                .answers();
        assertTrue(answers.values().isEmpty());
    }

    @Test
    void aCellIsChangedAndTheRestOfTheRowStays() {
        Answers before = AnswersJson.readUntrusted(
                        json("{\"team\":[{\"id\":\"r1\",\"member\":\"a\",\"sex\":\"male\"}]}"),
                        SmallProgram.definition())
                .answers();
        AnswersJson.Reading changed = AnswerChanges.apply(
                before, json("{\"team[r1].member\":\"b\",\"team[r2].member\":\"c\"}"), SmallProgram.definition());
        assertEquals(
                json("{\"team\":[{\"id\":\"r1\",\"member\":\"b\",\"sex\":\"male\"},{\"id\":\"r2\",\"member\":\"c\"}]}"),
                AnswersJson.write(changed.answers()));
        assertEquals(
                List.of("team[r1].member", "team[r2]"),
                List.copyOf(AnswerChanges.between(SmallProgram.definition(), before, changed.answers())));
    }

    @Test
    void aCellOfWhatIsNoTableIsUnknown() {
        AnswersJson.Reading reading = AnswerChanges.apply(
                Answers.EMPTY, json("{\"name[r1].member\":\"b\"}"), SmallProgram.definition());
        assertEquals(List.of("name[r1].member unknown-field"), codes(reading.violations()));
    }
}
