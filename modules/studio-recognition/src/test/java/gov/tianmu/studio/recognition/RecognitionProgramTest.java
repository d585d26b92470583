package gov.tianmu.studio.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.definition.Composition;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.Option;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Stage;
import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program is the notice's, to the last field. */
class RecognitionProgramTest {

    private final ProgramDefinition program = read();

    @Test
    void theUnitIsAskedWhatTheFormAsks() {
        assertEquals(
                List.of(
                        "unit-name", "unit-uscc", "unit-nature", "institution-funding", "enterprise-ownership",
                        "representative-name", "representative-telephone", "representative-mobile", "contact-name",
                        "contact-telephone", "contact-mobile", "fax", "email", "address", "postcode"),
                ids("unit"));
        assertEquals(List.of("unit-profile"), ids("profile"));
        assertEquals(1000, field("unit-profile").maxLength().orElseThrow());
        assertEquals(Optional.of("org_name"), field("unit-name").claim());
        assertEquals(Optional.of("uscc"), field("unit-uscc").claim());
    }

    @Test
    void theNatureOfTheUnitHasItsTwoLevels() {
        assertEquals(List.of("事业", "企业", "个体工商户"), labels("unit-nature"));
        assertEquals(List.of("全额", "差额", "自收自支"), labels("institution-funding"));
        assertEquals(List.of("国有", "民营", "其他"), labels("enterprise-ownership"));
        assertEquals(Set.of("institution"), field("institution-funding").visibleWhen().orElseThrow().values());
        assertEquals(Set.of("enterprise"), field("enterprise-ownership").visibleWhen().orElseThrow().values());
    }

    @Test
    void theLeaderHasFourteenFieldsAndTheRetirementCategoryAndTheStudioItsName() {
        assertEquals(
                List.of(
                        "leader-name", "leader-sex", "leader-ethnicity", "leader-birth", "leader-politics",
                        "leader-education", "leader-trade", "leader-qualification", "leader-other-skills",
                        "leader-post", "leader-resident-id", "leader-career-start", "leader-telephone", "leader-mobile",
                        "leader-retirement-category", "studio-name"),
                ids("leader"));
        assertEquals(Set.of("female"), field("leader-retirement-category").visibleWhen().orElseThrow().values());
        assertEquals(Optional.of("leader-birth"), field("leader-resident-id").agreement().orElseThrow().birthField());
        assertEquals(Optional.of("leader-sex"), field("leader-resident-id").agreement().orElseThrow().sexField());
    }

    @Test
    void theStudioIsNamedAsTheNoticeSays() {
        assertEquals(
                List.of(
                        new Composition.Part("leader-name", ""),
                        new Composition.Part("leader-trade", ""),
                        new Composition.Part("", "技能大师工作室")),
                field("studio-name").composition().orElseThrow().parts());
    }

    @Test
    void experienceTeamPlanAndReportAreAskedAsOnTheForm() {
        assertEquals(List.of("work-history", "skills-achievements", "awards"), ids("experience"));
        assertEquals(List.of("from", "to", "employer", "position"), columns("work-history"));
        assertFalse(field("work-history").column("to").orElseThrow().required());
        assertEquals(1, field("work-history").minRows().orElseThrow());
        assertEquals(List.of("awarded-on", "title", "level", "issuer"), columns("awards"));
        assertEquals(0, field("awards").minRows().orElseThrow());
        assertEquals(
                List.of("name", "sex", "resident-id", "education", "trade", "qualification", "skills",
                        "career-achievements"),
                columns("team"));
        assertEquals(3, field("team").minRows().orElseThrow());
        assertEquals(30, field("team").maxRows().orElseThrow());
        assertEquals(List.of("work-plan"), ids("plan"));
        assertEquals(List.of("report-necessity", "report-support", "report-direction"), ids("report"));
    }

    @Test
    void onlyWhatMayBeEmptyIsOptional() {
        assertEquals(
                List.of("fax", "leader-other-skills", "studio-name", "awards"),
                program.fields().filter(field -> !field.required()).map(Field::id).toList());
    }

    @Test
    void theDocumentsAreTheNotices() {
        assertEquals(
                List.of(
                        "licence", "leader-id", "leader-qualification-certificate", "leader-education-certificate",
                        "leader-social-insurance", "member-id", "member-qualification", "member-education",
                        "member-social-insurance", "management-rules", "work-agreement", "other-proofs"),
                program.documents().stream().map(DocumentRequirement::id).toList());
        assertEquals(
                List.of("member-id", "member-qualification", "member-education", "member-social-insurance"),
                program.documents().stream()
                        .filter(document -> document.per().equals(Optional.of("team")))
                        .map(DocumentRequirement::id)
                        .toList());
        assertEquals(
                List.of("other-proofs"),
                program.documents().stream()
                        .filter(document -> !document.required())
                        .map(DocumentRequirement::id)
                        .toList());
        assertEquals(20, program.document("other-proofs").orElseThrow().maxCount());
    }

    @Test
    void numbersAndTelephonesArePersonal() {
        List<FieldType> personal = List.of(FieldType.RESIDENT_ID, FieldType.MOBILE, FieldType.PHONE);
        program.fields()
                .flatMap(field -> field.type() == FieldType.TABLE ? field.columns().stream() : Stream.of(field))
                .filter(field -> personal.contains(field.type()) && !field.id().equals("fax"))
                .forEach(field -> assertTrue(field.personal(), field.id()));
        assertTrue(field("leader-birth").personal());
    }

    @Test
    void theProcedureEndsInATitleOfThreeYears() {
        assertEquals(
                List.of(
                        Stage.Kind.SUBMISSION,
                        Stage.Kind.ACCEPTANCE,
                        Stage.Kind.COMMITTEE,
                        Stage.Kind.PUBLICITY,
                        Stage.Kind.DECISION),
                program.stages().stream().map(Stage::kind).toList());
        assertEquals(5, program.publicity().orElseThrow().workingDays());
        assertEquals("临安区技能大师工作室", program.result().title().zh());
        assertEquals(Period.ofYears(3), program.result().validFor());
        assertEquals("studio-name", program.result().nameField());
        assertEquals(
                List.of("leader-name", "leader-trade"),
                program.result().columns().stream().map(column -> column.field()).toList());
    }

    @Test
    void everyWordHasItsEnglish() {
        List<Text> words = new ArrayList<>(List.of(program.title(), program.summary(), program.result().title()));
        program.sections().forEach(section -> words.addAll(List.of(section.title(), section.hint())));
        program.fields().forEach(field -> collect(field, words));
        program.documents().forEach(document -> words.addAll(List.of(document.label(), document.hint())));
        program.stages().forEach(stage -> words.add(stage.title()));
        words.add(program.publicity().orElseThrow().objection());
        program.result().columns().forEach(column -> words.add(column.label()));

        assertEquals(
                List.of(),
                words.stream().filter(word -> !word.zh().isEmpty() && word.en().isEmpty()).toList());
        assertTrue(words.size() > 150, "too few words were looked at: " + words.size());
    }

    private static void collect(Field field, List<Text> words) {
        words.addAll(List.of(field.label(), field.hint()));
        field.options().stream().map(Option::label).forEach(words::add);
        field.columns().forEach(column -> collect(column, words));
    }

    private Field field(String id) {
        return program.field(id).orElseThrow();
    }

    private List<String> ids(String section) {
        return program.section(section).orElseThrow().fields().stream().map(Field::id).toList();
    }

    private List<String> columns(String table) {
        return field(table).columns().stream().map(Field::id).toList();
    }

    private List<String> labels(String choice) {
        return field(choice).options().stream().map(option -> option.label().zh()).toList();
    }

    private static ProgramDefinition read() {
        DefinitionReading<ProgramDefinition> reading =
                new DefinitionReader().program(new ClassPath(), "program.xml", "1.0.0");
        if (reading instanceof DefinitionReading.Faulty<ProgramDefinition> faulty) {
            fail(faulty.errors().toString());
        }
        return ((DefinitionReading.Sound<ProgramDefinition>) reading).definition();
    }

    /** The module's files as they stand in the build. */
    private static final class ClassPath implements ModuleContent {

        @Override
        public Optional<byte[]> part(String name) {
            try (InputStream in = RecognitionProgramTest.class.getResourceAsStream("/" + name)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Collection<String> names() {
            return List.of("program.xml", "messages_en.properties");
        }
    }
}
