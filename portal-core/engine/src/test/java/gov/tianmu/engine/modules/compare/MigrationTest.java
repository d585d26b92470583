package gov.tianmu.engine.modules.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.compare.Migration.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationTest {

    @Test
    void aProgramWithoutMigrationDeclaresNothing() {
        assertEquals(Optional.empty(), WrittenProgram.FIRST.migration());
        assertEquals(Way.NONE, Migration.from(Optional.empty(), "1.0.0"));
    }

    @Test
    void everythingDeclaredIsReadForTheVersionsItHoldsFor() {
        WrittenProgram written = WrittenProgram.FIRST.migrating(
                """
                <rename field='title' to='name'/>
                <rename field='team.school' to='team.degree'/>
                <drop field='telex'/>
                <map field='team.school' value='phd' to='doctor'/>
                <rename-document requirement='permit' to='licence'/>
                <drop-document requirement='photo'/>
                <stay/>
                """);
        assertEquals(List.of(), written.errors());
        Migration migration = written.migration().orElseThrow();

        Way way = migration.from("1.0.7");
        assertEquals(Optional.of("name"), way.field("title"));
        assertEquals(Optional.of("fax"), way.field("fax"));
        assertEquals(Optional.empty(), way.field("telex"));
        assertEquals(Optional.of("degree"), way.column("team", "school"));
        assertEquals("doctor", way.value("team.school", "phd"));
        assertEquals(Optional.of("licence"), way.document("permit"));
        assertEquals(Optional.empty(), way.document("photo"));
        assertTrue(way.stays());
        assertEquals(Way.NONE, migration.from("1.1.0"));
        assertEquals(Way.NONE, migration.from("0.9"));
    }

    @Test
    void theDefinitionItselfKnowsNothingOfIt() {
        assertEquals(
                WrittenProgram.FIRST.but().definition(),
                WrittenProgram.FIRST.migrating("<stay/>").definition());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<rename field='a' to='nmae'/>                                 | there is no field nmae",
                "<rename field='a' to='team.nmae'/>                            | there is no field team.nmae",
                "<rename field='a' to='name'/><rename field='b' to='name'/>    | another one goes to name already",
                "<rename field='a' to='name'/><rename field='a' to='fax'/>     | a has a place already",
                "<rename field='a' to='name'/><drop field='a'/>                | a has a place already",
                "<rename field='a' to='team.member'/>                          | a column stays in its table",
                "<rename field='crew.name' to='team.member'/>                  | a column stays in its table",
                "<map field='fax' value='a' to='b'/>                           | field fax offers no choice",
                "<map field='nature' value='a' to='b'/>                        | field nature has no option b",
                "<map field='kind' value='a' to='b'/>                          | there is no field kind",
                "<rename-document requirement='a' to='b'/>                     | there is no document b",
                "<drop/>                                                       | field",
            })
    void aMistakeIsToldOnTheLineItStandsOn(String elements, String about) {
        List<String> errors =
                WrittenProgram.FIRST.migrating("\n" + elements + "\n").errors();

        // The migration stands on line 48, what is in it on the next.
        assertTrue(
                errors.stream().anyMatch(e -> e.matches("program.xml:49:[1-9][0-9]*: .*") && e.contains(about)),
                errors::toString);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[1.0,2.0         | not a range of versions",
                "(1.0,1.0)        | no version is in the range",
                "[1.0.5,1.0.9)    | overlaps one before it",
            })
    void aRangeThatIsNoneOrHoldsTwiceIsToldWithItsLine(String range, String about) {
        List<String> errors = WrittenProgram.FIRST
                .migrating("<stay/>")
                .but("</program>", "\n<migration from='" + range + "'><stay/></migration></program>")
                .errors();

        assertTrue(
                errors.stream().anyMatch(e -> e.startsWith("program.xml:49:") && e.contains(about)), errors::toString);
    }

    @Test
    void aTableUnderAnotherNameTakesItsColumnsAlong() {
        WrittenProgram written = WrittenProgram.FIRST.migrating(
                "<rename field='crew' to='team'/><rename field='crew.name' to='team.member'/>"
                        + "<map field='crew.degree' value='phd' to='doctor'/>");

        assertEquals(List.of(), written.errors());
        Way way = written.migration().orElseThrow().from("1.0.0");
        assertEquals(Optional.of("member"), way.column("crew", "name"));
        assertEquals(Optional.of("degree"), way.column("crew", "degree"));
        assertEquals(Map.of("phd", "doctor"), way.values().get("crew.degree"));
    }
}
