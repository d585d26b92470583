package gov.tianmu.engine.modules.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.compare.Migration.Way;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Stage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarrowingTest {

    private static final ProgramDefinition FIRST = WrittenProgram.FIRST.definition();

    private static boolean narrows(WrittenProgram after) {
        Way way = Migration.from(after.migration(), "1.0.0");
        return Narrowing.ofAnswers(FIRST, after.definition(), way) || Narrowing.ofDocuments(FIRST, after.definition(), way);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<phone id='fax' label='传真号码'/> | <phone id='telex' label='电传'/>",
                "<phone id='fax'                    | <mobile id='fax'",
                "max-length='20'                    | max-length='19'",
                "max='500'                          | max='499'",
                "min='1'                            | min='2'",
                "max-rows='5'                       | max-rows='4'",
                "value='state'                      | value='public'",
                "value='master'                     | value='magister'",
                "id='degree'                        | id='education'",
                "id='licence'                       | id='permit'",
                "section='people' per='team'        | section='people'",
            })
    void aFormThatTakesLessNarrows(String what, String by) {
        assertTrue(narrows(WrittenProgram.FIRST.but(what, by)));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<phone id='fax'     | <phone id='telex' label='电传' required='true'/><phone id='fax'",
                "max-length='20'     | max-length='21'",
                "max='500'           | max='501'",
                "min='1'             | min='0'",
                "label='名称'        | label='全称'",
                "max-rows='5'        | min-rows='5' max-rows='6'",
                "values='private'    | values='state'",
                "<text id='owner'    | <text required='true' id='owner'",
                "id='licence'        | required='true' id='licence'",
                "kind='scoring'      | working-days='3' kind='scoring'",
            })
    void whatIsRequiredShownOrWiderDoesNot(String what, String by) {
        assertFalse(narrows(WrittenProgram.FIRST.but(what, by)));
    }

    @Test
    void whatIsDeclaredToMoveOrGoDoesNotNarrow() {
        assertFalse(narrows(WrittenProgram.FIRST
                .but("id='fax'", "id='telex'", "value='state'", "value='public'", "id='degree'", "id='education'",
                        "id='licence'", "id='permit'")
                .migrating("<drop field='fax'/><map field='nature' value='state' to='public'/>"
                        + "<rename field='team.degree' to='team.education'/>"
                        + "<rename-document requirement='licence' to='permit'/>")));
    }

    @Test
    void aStepTheProcedureHasNoMoreIsLost() {
        ProgramDefinition after = WrittenProgram.FIRST
                .but("<stage kind='acceptance' title='受理' working-days='5'/>", "")
                .definition();

        assertEquals(Set.of(Stage.Kind.ACCEPTANCE), Narrowing.lostStages(FIRST, after));
    }
}
