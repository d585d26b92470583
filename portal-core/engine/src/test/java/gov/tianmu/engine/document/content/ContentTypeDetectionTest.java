package gov.tianmu.engine.document.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.sealing.MasterKeys;
import gov.tianmu.engine.sealing.SealedStream;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTypeDetectionTest {

    private static final ContentLimits ANY = new ContentLimits(EnumSet.allOf(ContentGroup.class), 20 * 1024 * 1024);

    @TempDir
    Path home;

    private LocalContentStore store;

    @BeforeEach
    void prepare() {
        store = new LocalContentStore(
                PortalHome.at(home), new SealedStream(new MasterKeys(PortalHome.at(home))));
    }

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                Arguments.of(ContentType.PDF, "执照.pdf", SampleFiles.pdf()),
                Arguments.of(ContentType.PDF, "执照.PDF", SampleFiles.pdf()),
                Arguments.of(ContentType.JPEG, "照片.jpg", SampleFiles.image("jpg")),
                Arguments.of(ContentType.JPEG, "照片.JPEG", SampleFiles.image("jpg")),
                Arguments.of(ContentType.PNG, "截图.png", SampleFiles.image("png")),
                Arguments.of(ContentType.DOCX, "方案.docx", SampleFiles.docx()),
                Arguments.of(ContentType.DOCX, "方案.docx", SampleFiles.zip(
                        "word/document2.xml", "_rels/.rels", "[Content_Types].xml")),
                Arguments.of(ContentType.XLSX, "名单.xlsx", SampleFiles.xlsx()),
                Arguments.of(ContentType.PPTX, "汇报.pptx", SampleFiles.pptx()),
                Arguments.of(ContentType.XLS, "名单.xls", SampleFiles.xls()),
                Arguments.of(ContentType.XLS, "名单.et", SampleFiles.xls()),
                Arguments.of(ContentType.DOC, "方案.doc", SampleFiles.compound(5000, "WordDocument", "1Table")),
                Arguments.of(ContentType.DOC, "方案.wps", SampleFiles.compound(10, "WordDocument")),
                Arguments.of(ContentType.PPT, "汇报.ppt", SampleFiles.compound(
                        5000, "Current User", "PowerPoint Document", "Pictures")),
                Arguments.of(ContentType.DOC, "带表格.doc", SampleFiles.compoundWithEmbedded(
                        "WordDocument", "Workbook")),
                Arguments.of(ContentType.XLS, "带文档.xls", SampleFiles.compoundWithEmbedded(
                        "Workbook", "WordDocument")),
                // Over 6.8 MB the allocation table of a compound file leaves its header.
                Arguments.of(ContentType.DOC, "大.doc", SampleFiles.compound(9_000_000, "Data", "WordDocument")));
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void findsTheRealType(ContentType type, String name, byte[] content) throws IOException {
        StoredContent stored = put(content, name, ANY).result().orElseThrow();
        assertEquals(type.mediaType(), stored.mediaType());
        assertEquals(name, stored.fileName());
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("document.executable", "执照.pdf", SampleFiles.windowsProgram()),
                Arguments.of("document.executable", "执照.exe", SampleFiles.windowsProgram()),
                Arguments.of("document.executable", "a.png", SampleFiles.linuxProgram()),
                Arguments.of("document.executable", "a.pdf", SampleFiles.text("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("document.misnamed", "图.pdf", SampleFiles.image("png")),
                Arguments.of("document.misnamed", "图.png", SampleFiles.image("jpg")),
                Arguments.of("document.misnamed", "a.pdf.exe", SampleFiles.pdf()),
                Arguments.of("document.misnamed", "a.pdf\u202efdp.exe", SampleFiles.pdf()),
                Arguments.of("document.misnamed", "方案.doc", SampleFiles.docx()),
                Arguments.of("document.misnamed", "方案.docx", SampleFiles.xlsx()),
                Arguments.of("document.misnamed", "方案.docm", SampleFiles.docx()),
                Arguments.of("document.type-not-allowed", "a.pdf", SampleFiles.text("just text")),
                Arguments.of("document.type-not-allowed", "a.html", SampleFiles.text("<html><body>x</body></html>")),
                Arguments.of("document.type-not-allowed", "a.svg", SampleFiles.text(
                        "<svg xmlns='http://www.w3.org/2000/svg'/>")),
                Arguments.of("document.type-not-allowed", "a.gif", SampleFiles.image("gif")),
                Arguments.of("document.type-not-allowed", "a.docx", SampleFiles.zip("readme.txt")),
                Arguments.of("document.type-not-allowed", "a.docx", SampleFiles.zip(
                        "META-INF/MANIFEST.MF", "gov/X.class")),
                Arguments.of("document.type-not-allowed", "a.docx", SampleFiles.zip(
                        "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                Arguments.of("document.type-not-allowed", "a.docx", SampleFiles.zip("[Content_Types].xml")),
                Arguments.of("document.type-not-allowed", "a.msi", SampleFiles.compound(100, "!_StringData")),
                Arguments.of("document.password-protected", "a.docx", SampleFiles.compound(
                        5000, "EncryptionInfo", "EncryptedPackage")),
                Arguments.of("document.damaged", "a.docx", half(SampleFiles.docx())),
                Arguments.of("document.damaged", "a.docx", SampleFiles.text("PK\u0003\u0004 and nothing more")),
                Arguments.of("document.damaged", "a.xls", Arrays.copyOf(SampleFiles.xls(), 600)));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void refusesWithTheRightReason(String code, String name, byte[] content) throws IOException {
        assertEquals(code, put(content, name, ANY).reason().orElseThrow().code());
    }

    @Test
    void saysWhatTheFileIsAndWhatIsAccepted() throws IOException {
        ContentLimits picturesAndPdf =
                new ContentLimits(Set.of(ContentGroup.PDF, ContentGroup.JPEG), 1024 * 1024);
        Refusal refusal =
                put(SampleFiles.image("png"), "图.png", picturesAndPdf).reason().orElseThrow();
        assertEquals("document.type-not-allowed", refusal.code());
        assertEquals(List.of("image/png", "pdf, jpeg"), refusal.args());
        assertEquals(
                "document.type-not-allowed",
                put(SampleFiles.docx(), "a.docx", picturesAndPdf).reason().orElseThrow().code());
    }

    @Test
    void saysWhatAMisnamedFileShouldBeCalled() throws IOException {
        assertEquals(
                List.of("pdf", "png"),
                put(SampleFiles.image("png"), "图.pdf", ANY).reason().orElseThrow().args());
    }

    @Test
    void givesAFileWithoutAnExtensionTheOneOfItsType() throws IOException {
        assertEquals("照片.jpg", put(SampleFiles.image("jpg"), "照片", ANY).result().orElseThrow().fileName());
        assertEquals("document.pdf", put(SampleFiles.pdf(), null, ANY).result().orElseThrow().fileName());
    }

    /** Among them are directories that run in a circle. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void survivesCompoundFilesDamagedAnywhereInTheirHeader() throws IOException {
        byte[] sound = SampleFiles.xls();
        for (int index = 8; index < 512; index++) {
            byte[] broken = sound.clone();
            broken[index] ^= (byte) 0xFF;
            Outcome<StoredContent> outcome = put(broken, "a.xls", ANY);
            outcome.reason().ifPresent(refusal -> assertEquals("document.damaged", refusal.code()));
        }
    }

    private Outcome<StoredContent> put(byte[] content, String name, ContentLimits limits) throws IOException {
        return store.put(new ByteArrayInputStream(content), name, limits);
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }
}
