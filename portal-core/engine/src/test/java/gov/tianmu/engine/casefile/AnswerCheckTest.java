package gov.tianmu.engine.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.spi.answers.Answers;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 4, 20);
    // 330185 1979-08-12, sequence 121 (male): check character by GB 11643.
    private static final String MAN_OF_AUGUST_1979 = "330185197908121214";

    private final AnswerCheck check = new AnswerCheck(SmallProgram.definition(), TODAY);

    private static Answers answers(String json) {
        return AnswersJson.readUntrusted(
                        Json.createReader(new StringReader(json)).readObject(), SmallProgram.definition())
                .answers();
    }

    private List<String> found(String json) {
        return check.check(answers(json)).stream()
                .map(v -> v.field() + " " + v.code())
                .toList();
    }

    private static final String TEAM = "\"team\":[{\"id\":\"a\",\"member\":\"甲\"},{\"id\":\"b\",\"member\":\"乙\"}]";

    @Test
    void aCompleteFormHasNothingToObjectTo() {
        assertEquals(List.of(), found("{\"name\":\"沈立川\"," + TEAM + "}"));
    }

    @Test
    void whatIsRequiredAndMissingIsToldRowByRow() {
        assertEquals(
                List.of("name required", "team[b].member required"),
                found("{\"team\":[{\"id\":\"a\",\"member\":\"甲\"},{\"id\":\"b\",\"sex\":\"male\"}]}"));
    }

    @Test
    void aTableTellsHowManyRowsAreShortAndHowManyAreTooMany() {
        assertEquals(List.of("team too-few-rows"), found("{\"name\":\"n\",\"team\":[{\"id\":\"a\",\"member\":\"x\"}]}"));
        assertEquals(
                List.of("team too-many-rows"),
                found("{\"name\":\"n\",\"team\":[{\"member\":\"1\"},{\"member\":\"2\"},{\"member\":\"3\"},{\"member\":\"4\"}]}"));
    }

    @Test
    void lengthIsCountedInCharactersAPersonSees() {
        assertEquals(List.of(), found("{\"name\":\"𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷\"," + TEAM + "}"));
        var eleven = check.check(answers("{\"name\":\"𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷一\"," + TEAM + "}"));
        assertEquals("too-long", eleven.get(0).code());
        assertEquals(1, eleven.get(0).args().get("over"));
    }

    @Test
    void whatIsNotAskedIsNeitherNeededNorKept() {
        assertEquals(List.of(), found("{\"name\":\"n\",\"nature\":\"enterprise\"," + TEAM + "}"));
        assertEquals(
                List.of("funding required"), found("{\"name\":\"n\",\"nature\":\"institution\"," + TEAM + "}"));
        Answers kept = check.asked(answers("{\"nature\":\"enterprise\",\"funding\":\"full\"}"));
        assertFalse(kept.has("funding"));
        assertTrue(kept.has("nature"));
    }

    @Test
    void anIdentityNumberMustAgreeWithBirthMonthAndSex() {
        String start = "{\"name\":\"n\"," + TEAM + ",\"resident-id\":\"" + MAN_OF_AUGUST_1979 + "\"";
        assertEquals(List.of(), found(start + ",\"born\":\"1979-08\",\"sex\":\"male\"}"));
        assertEquals(
                List.of("resident-id resident-id.birth-differs", "resident-id resident-id.sex-differs"),
                found(start + ",\"born\":\"1979-09\",\"sex\":\"female\"}"));
    }

    @Test
    void theSamePersonIsNotInATableTwice() {
        assertEquals(
                List.of("team[b].resident-id resident-id.twice"),
                found("{\"name\":\"n\",\"team\":[{\"id\":\"a\",\"member\":\"x\",\"resident-id\":\"" + MAN_OF_AUGUST_1979
                        + "\"},{\"id\":\"b\",\"member\":\"y\",\"resident-id\":\"" + MAN_OF_AUGUST_1979 + "\"}]}"));
    }

    @Test
    void malformedValuesAreToldByTheirKind() {
        assertEquals(
                List.of(
                        "nature not-an-option",
                        "born month.form",
                        "count number.max",
                        "grant money.decimals",
                        "areas not-an-option",
                        "started date.form",
                        "mail email.form"),
                found("{\"name\":\"n\",\"nature\":\"x\",\"born\":\"1979-13\",\"count\":11,\"grant\":1.005,"
                        + "\"areas\":[\"z\"],\"started\":\"2023-02-30\",\"mail\":\"nobody\"," + TEAM + "}"));
    }

    @Test
    void aNumberThatWasTypedWrongIsKeptAndTold() {
        assertEquals(List.of("count number.form"), found("{\"name\":\"n\",\"count\":\"three\"," + TEAM + "}"));
    }

    @Test
    void aTelephoneMayBeAMobileToo() {
        assertEquals(List.of(), found("{\"name\":\"n\",\"call\":\"13812345678\"," + TEAM + "}"));
        assertEquals(List.of(), found("{\"name\":\"n\",\"call\":\"0571-89541368\"," + TEAM + "}"));
    }

    @Test
    void aComposedAnswerStandsOnceAllItsPartsDo() {
        assertEquals("沈立川工作室", ComposedAnswers.fill(SmallProgram.definition(), answers("{\"name\":\"沈立川\"}")).text("title"));
        assertFalse(ComposedAnswers.fill(SmallProgram.definition(), Answers.EMPTY).has("title"));
    }

    @Test
    void personalAnswersAreMaskedInTablesToo() {
        Answers masked = MaskedAnswers.of(
                SmallProgram.definition(),
                answers("{\"name\":\"n\",\"resident-id\":\"" + MAN_OF_AUGUST_1979 + "\",\"team\":[{\"id\":\"a\",\"resident-id\":\"3301\"}]}"));
        assertEquals("330185********1214", masked.text("resident-id"));
        assertEquals("3**1", masked.rows("team").get(0).answers().text("resident-id"));
        assertEquals("n", masked.text("name"));
    }
}
