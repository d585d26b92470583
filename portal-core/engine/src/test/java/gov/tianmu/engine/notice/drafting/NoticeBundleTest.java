package gov.tianmu.engine.notice.drafting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.NoticeDefinition.AwardedList;
import gov.tianmu.spi.definition.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;

class NoticeBundleTest {

    @Test
    void aNoticeReadIntoADraftAndWrittenAgainIsTheSameNotice() {
        NoticeDefinition shipped = ShippedNotice.definition();
        NoticeContent content = ProposedContent.forCorrection(shipped, ShippedNotice::text);

        NoticeDefinition written = sound(bundle(content, "2023-26", "1.0.0"));

        assertEquals(shipped, written);
    }

    @Test
    void nextYearsNoticeIsSoundAsItIsProposed() {
        NoticeDefinition next = sound(bundle(ShippedNotice.nextYear(), "2024-31", "1.0.0"));

        assertEquals("2024-31", next.id());
        assertEquals(
                List.of("2024-31-recognition", "2024-31-evaluation"),
                next.calls().stream().map(CallDefinition::id).toList());
        assertEquals(List.<AwardedList>of(), next.lists());
        assertEquals("2024-05-08T15:59:59Z", next.calls().get(0).closes().toString());
        assertEquals("Recognition of skill master studios 2024", next.calls().get(0).title().en());
    }

    @Test
    void theManifestIsAVendorsButForProgramsThatDoNotRun() {
        Attributes headers = bundle(ShippedNotice.nextYear(), "2024-31", "1.0.3").manifest().getMainAttributes();

        assertEquals("gov.tianmu.notice-2024-31", headers.getValue("Bundle-SymbolicName"));
        assertEquals("1.0.3", headers.getValue("Bundle-Version"));
        assertEquals("notice.xml", headers.getValue("Tianmu-Notice"));
        assertEquals(
                "tianmu.program;filter:=\"(&(program=studio-recognition)(version>=1.0)(!(version>=2.0)))\","
                        + "tianmu.program;filter:=\"(&(program=studio-evaluation)(version>=1.0)(!(version>=2.0)))\""
                        + ";resolution:=optional",
                headers.getValue("Require-Capability"));
    }

    @Test
    void aProgramOfALaterMajorVersionIsRequiredInThat() {
        NoticeBundle bundle = NoticeBundle.of(
                ShippedNotice.nextYear(), "2024-31", "m", "1.0.0", Map.of("studio-recognition", "3.1.4"));

        String required = bundle.manifest().getMainAttributes().getValue("Require-Capability");
        assertEquals(
                "tianmu.program;filter:=\"(&(program=studio-recognition)(version>=3.0)(!(version>=4.0)))\"",
                required.split(",")[0]);
    }

    @Test
    void theSameContentIsTheSameBytesWithTheManifestFirst() throws IOException {
        byte[] jar = bundle(ShippedNotice.nextYear(), "2024-31", "1.0.0").jar();

        assertArrayEquals(jar, bundle(ShippedNotice.nextYear(), "2024-31", "1.0.0").jar());
        List<String> names = new ArrayList<>();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            assertEquals("2", in.getManifest().getMainAttributes().getValue("Bundle-ManifestVersion"));
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                names.add(entry.getName());
            }
        }
        assertEquals(
                List.of(
                        "messages_en.properties",
                        "notice.xml",
                        "text/attachment-1.xhtml",
                        "text/attachment-2.xhtml",
                        "text/attachment-3.xhtml",
                        "text/notice.xhtml"),
                names);
    }

    @Test
    void wordsThatLookLikeMarkupStayWords() {
        NoticeContent content = ShippedNotice.nextYear();
        String wild = "\"A\" & <B> ]]> \\u4e00 '单位'";
        NoticeContent spiced = new NoticeContent(
                content.number(), new Text(wild, wild), Text.of(wild), content.issuedOn(), Text.of(wild),
                Text.of(wild), wild, wild, content.text(), content.attachments(), content.calls(), content.lists());

        NoticeDefinition read = sound(bundle(spiced, "2024-31", "1.0.0"));

        assertEquals(new Text(wild, wild), read.title());
        assertEquals(List.of(wild), read.contacts().persons());
    }

    @Test
    void aCorrectionTakesTheNextMicroVersionOfWhateverRanLast() {
        assertEquals("1.0.0", NextVersion.after(Optional.empty(), Optional.empty()));
        assertEquals("1.0.1", NextVersion.after(Optional.of("1.0.0"), Optional.of("1.0.0")));
        assertEquals("1.2.4", NextVersion.after(Optional.of("1.0.0"), Optional.of("1.2.3")));
        assertEquals("2.0.1", NextVersion.after(Optional.of("2.0.0.vendor"), Optional.of("1.9.9")));
    }

    private static NoticeBundle bundle(NoticeContent content, String id, String version) {
        return NoticeBundle.of(content, id, "gov.tianmu.notice-" + id, version, ShippedNotice.PROGRAMS);
    }

    private static NoticeDefinition sound(NoticeBundle bundle) {
        if (bundle.definition() instanceof DefinitionReading.Sound<NoticeDefinition> sound) {
            return sound.definition();
        }
        return fail(bundle.definition().toString());
    }
}
