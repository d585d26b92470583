package gov.tianmu.engine.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.casefile.AttachedDocuments.Attached;
import gov.tianmu.engine.modules.compare.Migration;
import gov.tianmu.engine.modules.compare.WrittenProgram;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Text;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFitTest {

    private static final ProgramDefinition FIRST = WrittenProgram.FIRST.definition();
    private static final Answers FULL = answers(
            """
            {"name": "天目工作室", "nature": "state", "fax": "0571-89541368", "staff": 120,
             "team": [{"id": "r1", "member": "甲", "degree": "master"}, {"id": "r2", "member": "乙"}]}
            """);

    private static Answers answers(String json) {
        return AnswersJson.readUntrusted(Json.createReader(new StringReader(json)).readObject(), FIRST)
                .answers();
    }

    private static AnswerFit fit(WrittenProgram after) {
        return new AnswerFit(
                FIRST, after.definition(), Migration.from(after.migration(), "1.0.0"), LocalDate.of(2023, 4, 20));
    }

    private static List<String> misfits(WrittenProgram after, Answers answers) {
        return told(fit(after).fit(answers).misfits());
    }

    private static List<String> told(List<Violation> misfits) {
        return misfits.stream().map(v -> v.field() + " " + v.code()).toList();
    }

    @Test
    void everyAnswerFitsTheFormItWasGivenTo() {
        AnswerFit.Fitted fitted = fit(WrittenProgram.FIRST.but()).fit(FULL);

        assertEquals(List.of(), fitted.misfits());
        assertEquals(FULL, fitted.answers());
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<phone id='fax' label='传真号码'/> | <text id='web' label='网址'/> | fax form.gone",
                "<phone id='fax'                    | <text id='fax'                | fax form.type",
                "<phone id='fax'                    | <mobile id='fax'              | fax form.type",
                "max-length='20'                    | max-length='4'                | name too-long",
                "value='state'                      | value='public'                | nature not-an-option",
                "max='500'                          | max='100'                     | staff number.max",
                "max-rows='5'                       | max-rows='1'                  | team too-many-rows",
                "value='master'                     | value='magister'              | team[r1].degree not-an-option",
                "id='member'                        | id='person'                   | team[r1].member form.gone",
            })
    void anAnswerThatHasNoPlaceInTheNewFormIsToldWhereItStands(String what, String by, String misfit) {
        assertTrue(misfits(WrittenProgram.FIRST.but(what, by), FULL).contains(misfit));
    }

    @Test
    void whatIsMerelyMissingFits() {
        WrittenProgram after = WrittenProgram.FIRST.but(
                "<phone id='fax'", "<text id='web' label='网址' required='true'/><phone id='fax'", "max-rows='5'", "min-rows='5'");

        assertEquals(List.of(), misfits(after, FULL));
    }

    @Test
    void whatWasNotAnsweredMayGo() {
        WrittenProgram after = WrittenProgram.FIRST.but("<phone id='fax' label='传真号码'/>", "");

        assertEquals(List.of(), misfits(after, FULL.with("fax", null)));
    }

    @Test
    void aHalfTypedNumberIsNoFaultOfTheNewForm() {
        WrittenProgram after = WrittenProgram.FIRST.but("max-length='20'", "max-length='10'");

        assertEquals(List.of(), misfits(after, FULL.with("fax", "0571-")));
    }

    @Test
    void anAnswerThatIsNotAskedBothWaysIsHeldAgainstTheFormAllTheSame() {
        WrittenProgram after = WrittenProgram.FIRST.but("<text id='owner' label='出资人'>", "<text id='owner' label='出资人' max-length='2'>");

        assertEquals(List.of("owner too-long"), misfits(after, FULL.with("owner", "临安机械厂")));
    }

    @Test
    void whatIsDeclaredIsCarriedOver() {
        WrittenProgram after = WrittenProgram.FIRST
                .but("id='name'", "id='title'", "name-field='name'", "name-field='title'",
                        "<phone id='fax' label='传真号码'/>", "", "value='state'", "value='public'",
                        "id='team'", "id='crew'", "per='team'", "per='crew'", "id='degree'", "id='education'",
                        "value='master'", "value='magister'")
                .migrating("<rename field='name' to='title'/><drop field='fax'/>"
                        + "<map field='nature' value='state' to='public'/><rename field='team' to='crew'/>"
                        + "<rename field='team.degree' to='crew.education'/>"
                        + "<map field='team.degree' value='master' to='magister'/>");

        AnswerFit.Fitted fitted = fit(after).fit(FULL);

        assertEquals(List.of(), told(fitted.misfits()));
        assertEquals("天目工作室", fitted.answers().text("title"));
        assertEquals("public", fitted.answers().text("nature"));
        assertEquals(List.of("title", "nature", "staff", "crew"), List.copyOf(fitted.answers().values().keySet()));
        assertEquals("magister", fitted.answers().row("crew", "r1").orElseThrow().answers().text("education"));
        assertEquals("乙", fitted.answers().row("crew", "r2").orElseThrow().answers().text("member"));
    }

    @Test
    void twoAnswersNeverEndInOnePlace() {
        WrittenProgram after = WrittenProgram.FIRST.migrating("<rename field='owner' to='name'/>");

        assertEquals(List.of("owner form.gone"), misfits(after, FULL.with("owner", "临安机械厂")));
    }

    @Test
    void whatThePortalFillsItselfIsNobodysLoss() {
        WrittenProgram composed = WrittenProgram.FIRST.but(
                "<phone id='fax'", "<text id='sign' label='牌匾'><composed><answer field='name'/></composed></text><phone id='fax'");
        AnswerFit back = new AnswerFit(
                composed.definition(), FIRST, Migration.Way.NONE, LocalDate.of(2023, 4, 20));

        assertEquals(List.of(), told(back.fit(FULL.with("sign", "天目工作室")).misfits()));
    }

    @Test
    void aDocumentWhoseRequirementWentHasNoPlace() {
        List<Attached> attached = List.of(
                new Attached("licence", "document:licence"), new Attached("proof", "document:proof[r1]"));
        WrittenProgram gone = WrittenProgram.FIRST.but("id='licence'", "id='permit'", "section='people' per='team'", "section='people'");

        assertEquals(
                List.of("document:licence document.gone", "document:proof[r1] document.gone"),
                told(fit(gone).misfits(attached)));
        assertEquals(
                List.of(),
                told(fit(gone.migrating("<rename-document requirement='licence' to='permit'/><drop-document requirement='proof'/>"))
                        .misfits(attached)));
    }

    @Test
    void theOperatorIsToldTheQuestionsAndNeverTheAnswers() {
        WrittenProgram after = WrittenProgram.FIRST.but(
                "<phone id='fax' label='传真号码'/>", "", "value='master'", "value='magister'", "id='licence'", "id='permit'");
        AnswerFit fit = fit(after);
        List<Violation> misfits = new ArrayList<>(fit.fit(FULL).misfits());
        misfits.addAll(fit.misfits(List.of(new Attached("licence", "document:licence"))));

        Text words = new MisfitWords(FIRST).of(misfits, Optional.empty());

        assertEquals(List.of("fax", "team.degree", "document:licence"), MisfitWords.fields(misfits));
        assertEquals("“传真号码”新版没有这一项；“成员：学历”所选的选项新版没有；“营业执照”新版没有这项材料要求", words.zh());
    }
}
