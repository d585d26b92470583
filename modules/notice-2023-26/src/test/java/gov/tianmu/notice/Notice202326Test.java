package gov.tianmu.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.NoticeDefinition.Attachment;
import gov.tianmu.spi.definition.NoticeDefinition.Awarded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The notice is 临人社发〔2023〕26号 as printed. */
class Notice202326Test {

    private final NoticeDefinition notice = read();

    @Test
    void itIsTheDocumentAsPrinted() {
        assertEquals("2023-26", notice.id());
        assertEquals("临人社发〔2023〕26号", notice.number());
        assertEquals("关于开展2023年杭州市临安区技能大师工作室认定及评估工作的通知", notice.title().zh());
        assertEquals("杭州市临安区人力资源和社会保障局", notice.issuer().zh());
        assertEquals(List.of("朱震", "王旭阳"), notice.contacts().persons());
        assertEquals(List.of("89541368", "89541371"), notice.contacts().telephones());
        assertEquals("临安区市民中心四号楼B座528室", notice.contacts().address().zh());
        assertEquals(
                List.of("杭州市临安区技能大师工作室申报表", "杭州市临安区技能大师工作室考核评估表", "2020年杭州市临安区认定技能大师工作室名单（期满考核）"),
                notice.attachments().stream().map(Attachment::title).map(Object::toString).toList());
    }

    @Test
    void itOpensTwoCallsUntilTheEndOfTheEighthOfMay() {
        assertEquals(
                List.of("2023-26-recognition studio-recognition", "2023-26-evaluation studio-evaluation"),
                notice.calls().stream().map(call -> call.id() + " " + call.program()).toList());
        for (CallDefinition call : notice.calls()) {
            assertEquals(Instant.parse("2023-05-08T15:59:59Z"), call.closes(), call.id());
            assertEquals(Instant.parse("2023-04-13T01:00:00Z"), call.opens(), call.id());
        }
    }

    @Test
    void recognitionIsForEveryUnitAndWorthThirtyThousandWithoutAQuota() {
        CallDefinition recognition = notice.calls().get(0);

        assertEquals(Map.of("grant", "30000"), recognition.parameters());
        assertEquals(List.of(), recognition.eligible());
    }

    @Test
    void evaluationIsForTheUnitsOfTheList() {
        assertEquals(
                notice.lists().get(0).entries().stream().map(Awarded::unit).toList(),
                notice.calls().get(1).eligible());
        assertEquals(Map.of(), notice.calls().get(1).parameters());
    }

    @Test
    void theListOf2020HasNineStudiosNamedAfterLeaderAndTrade() {
        assertEquals(1, notice.lists().size());
        assertEquals(2020, notice.lists().get(0).awardedIn().getValue());
        List<Awarded> studios = notice.lists().get(0).entries();
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), studios.stream().map(Awarded::ordinal).toList());
        for (Awarded studio : studios) {
            assertEquals(studio.leader() + studio.trade() + "技能大师工作室", studio.name());
        }
        assertEquals("浙江万马股份有限公司", studios.get(0).unit());
        assertEquals("徐庆丰", studios.get(8).leader());
        assertEquals("木雕", studios.get(8).trade());
    }

    @Test
    void everyTitleHasItsEnglish() {
        assertFalse(notice.title().en().isEmpty());
        assertFalse(notice.issuer().en().isEmpty());
        assertFalse(notice.contacts().office().en().isEmpty());
        assertFalse(notice.contacts().address().en().isEmpty());
        notice.attachments()
                .forEach(attachment -> assertFalse(attachment.title().en().isEmpty(), attachment::toString));
        notice.calls().forEach(call -> assertFalse(call.title().en().isEmpty(), call::id));
        notice.lists().forEach(list -> assertFalse(list.title().en().isEmpty(), list::program));
    }

    @Test
    void itsTextsAreThere() {
        ClassPath files = new ClassPath();
        assertTrue(files.text(notice.text()).contains("天目工匠"));
        assertTrue(files.text(notice.attachments().get(0).text()).contains("单位全称"));
        assertTrue(files.text(notice.attachments().get(1).text()).contains("100+10"));
        assertTrue(files.text(notice.attachments().get(2).text()).contains("徐庆丰木雕技能大师工作室"));
    }

    private static NoticeDefinition read() {
        DefinitionReading<NoticeDefinition> reading =
                new DefinitionReader().notice(new ClassPath(), "notice.xml", "1.0.0");
        if (reading instanceof DefinitionReading.Faulty<NoticeDefinition> faulty) {
            fail(faulty.errors().toString());
        }
        return ((DefinitionReading.Sound<NoticeDefinition>) reading).definition();
    }

    /** The module's files as they stand in the build. */
    private static final class ClassPath implements ModuleContent {

        @Override
        public Optional<byte[]> part(String name) {
            try (InputStream in = Notice202326Test.class.getResourceAsStream("/" + name)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Collection<String> names() {
            return List.of("notice.xml", "messages_en.properties");
        }

        private String text(String name) {
            return new String(part(name).orElseThrow(), StandardCharsets.UTF_8);
        }
    }
}
