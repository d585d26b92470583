package gov.tianmu.engine.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.testing.ModuleJar;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What bad input gets: the reason on the module's row in both languages, while the version before goes on serving; no
 * thread and no file is left behind. In each test a program runs, and something bad comes in its place or beside it.
 */
class ModuleBadInputTest {

    private static final String MANIFEST =
            """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: test.sample
            Bundle-Version: 1.1.0
            Tianmu-Program: program.xml
            """;

    private static final String LAUGHS =
            """
            <!DOCTYPE lolz [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
            <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>
            """;

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @TempDir
    private Path home;

    /** Those that were there before the first test. */
    private static Set<Long> threads;

    private TestRuntime runtime;
    private Path jar;
    private Set<String> temporary;

    @BeforeAll
    static void count() {
        threads = threads().keySet();
    }

    @BeforeEach
    void aProgramRuns() throws Exception {
        temporary = names(TEMPORARY);
        runtime = new TestRuntime(home);
        jar = program().drop(runtime.folder, "sample.jar");
        runtime.start();
    }

    /** Once a good file is back, nothing tells of the bad one. */
    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        try {
            runtime.archive.meanwhile(() -> {});
            program().drop(runtime.folder, "sample.jar");
            for (String other : files(runtime.folder, "(?!sample\\.jar).*\\.jar(\\.off)?")) {
                if (Files.isRegularFile(runtime.folder.resolve(other))) {
                    Files.delete(runtime.folder.resolve(other));
                }
            }
            runtime.await(() -> runtime.state("test.sample").equals(Optional.of(ModuleState.ACTIVE)));
            // The one of the file that is there.
            runtime.await(() -> runtime.reason("test.sample").isEmpty() && copies().size() == 1);
            assertEquals(Set.of(), files(runtime.folder, ".*\\.(tmp|before)"), "half files in the modules folder");
            assertEquals(temporary, names(TEMPORARY), "files in the temporary folder");
            assertEquals(Set.of(), files(home, "slipped.*"), "files outside the modules folder");
        } finally {
            runtime.close();
        }
    }

    /** Asked once, since the framework's threads stay for a few seconds after the last thing they did. */
    @AfterAll
    static void noThreadIsLeftBehind() throws InterruptedException {
        for (int second = 0; second < 15 && !left().isEmpty(); second++) {
            Thread.sleep(1_000);
        }
        assertEquals(Set.of(), left());
    }

    private static ModuleJar program() {
        return TestModule.program("sample", "1.0.0", "名称");
    }

    private static ModuleJar update() {
        return TestModule.program("sample", "1.1.0", "新名称");
    }

    static Stream<Arguments> badUpdates() {
        return Stream.of(
                bad("a text", "truncated or no jar", BadModules.text("no jar at all")),
                bad("an empty file", "truncated or no jar", BadModules.text("")),
                bad("half a jar", "truncated or no jar", BadModules.truncated(update())),
                bad("500 MB", "the file is over 50 MB", BadModules.sparse(500)),
                bad("100,000 entries", "more than 5000 entries", BadModules.entries(update(), 100_000)),
                bad("a definition that unpacks to 11 MB", "definition and texts are over 10 MB",
                        BadModules.inflating(update(), "print/bomb.xsl", 11)),
                bad("a file that unpacks to 300 MB", "unpacks to more than 200 MB",
                        BadModules.inflating(update(), "data.bin", 300)),
                bad("a file that says it is small and unpacks to 300 MB", "the archive is not in order",
                        BadModules.claiming(10, "data.bin", BadModules.inflating(update(), "data.bin", 300))),
                bad("a manifest of 5 MB", "its manifest or signature is too large",
                        BadModules.manifest(MANIFEST + "X: y\n".repeat(1024 * 1024), Map.of())),
                bad("an entry that leads up", "an entry leads out of the file: ../../slipped.txt",
                        BadModules.module(update().file("../../slipped.txt", "out"))),
                bad("an entry that leads up below a folder", "an entry leads out of the file: text/../../slipped.txt",
                        BadModules.module(update().file("text/../../slipped.txt", "out"))),
                bad("an absolute entry", "an entry leads out of the file: /tmp/slipped.txt",
                        BadModules.module(update().file("/tmp/slipped.txt", "out"))),
                bad("an entry with backslashes", "an entry leads out of the file: ..\\slipped.txt",
                        BadModules.module(update().file("..\\slipped.txt", "out"))),
                bad("an entry on a drive", "an entry leads out of the file: C:/slipped.txt",
                        BadModules.module(update().file("C:/slipped.txt", "out"))),
                bad("no manifest", "no OSGi bundle", BadModules.manifest("", Map.of("program.xml", "<program/>"))),
                bad("no symbolic name", "no OSGi bundle",
                        BadModules.module(update().header("Bundle-SymbolicName", null))),
                bad("a name with slashes", "malformed symbolic name: ../../slipped",
                        BadModules.module(update().header("Bundle-SymbolicName", "../../slipped"))),
                bad("a name that is the folder above", "malformed symbolic name: ..",
                        BadModules.module(update().header("Bundle-SymbolicName", ".."))),
                bad("a name with backslashes", "malformed symbolic name: C:\\slipped",
                        BadModules.module(update().header("Bundle-SymbolicName", "C:\\slipped"))),
                bad("a name of the runtime's own folder", "malformed symbolic name: .kept",
                        BadModules.module(update().header("Bundle-SymbolicName", ".kept"))),
                bad("a name of 300 letters", "malformed symbolic name",
                        BadModules.module(update().header("Bundle-SymbolicName", "n".repeat(300)))),
                bad("an empty name", "malformed symbolic name",
                        BadModules.module(update().header("Bundle-SymbolicName", ";x=y"))),
                bad("a semicolon for a name", "malformed symbolic name",
                        BadModules.module(update().header("Bundle-SymbolicName", ";"))),
                bad("a version that is none", "malformed manifest",
                        BadModules.module(update().header("Bundle-Version", "one"))),
                bad("a version of five parts", "malformed manifest",
                        BadModules.module(update().header("Bundle-Version", "1.2.3.4.5"))),
                bad("a version like a path", "malformed manifest",
                        BadModules.module(update().header("Bundle-Version", "1.2.3.../../slipped"))),
                bad("a header line without end", "malformed META-INF/MANIFEST.MF",
                        BadModules.manifest("Manifest-Version: 1.0\n" + "x".repeat(100_000), Map.of())),
                bad("lines that are no headers", "malformed META-INF/MANIFEST.MF",
                        BadModules.manifest("Manifest-Version: 1.0\nno header at all\n\n", Map.of())),
                bad("two kinds", "one of Tianmu-Program, Tianmu-Notice",
                        BadModules.module(update().header("Tianmu-Notice", "notice.xml"))),
                bad("no kind", "one of Tianmu-Program, Tianmu-Notice",
                        BadModules.module(update().header("Tianmu-Program", null))),
                bad("a definition that is not there", "other.xml: the module has no such file",
                        BadModules.module(update().header("Tianmu-Program", "other.xml"))),
                bad("a definition somewhere else on the disk", "/etc/passwd: the module has no such file",
                        BadModules.module(update().header("Tianmu-Program", "/etc/passwd"))),
                bad("imports that are no list", "cannot be installed",
                        BadModules.module(update().header("Import-Package", ",;;=,"))),
                bad("imports the portal does not export", "imports a package that the portal does not export",
                        BadModules.module(update().header("Import-Package", "gov.tianmu.engine.modules"))),
                bad("imports Jakarta Persistence", "jakarta.persistence",
                        BadModules.module(update()
                                .header("Import-Package", "jakarta.persistence;version=\"[3.2,4)\""))),
                bad("a bundle that is nowhere", "requires osgi.wiring.bundle",
                        BadModules.module(update().header("Require-Bundle", "some.other.bundle"))),
                bad("capabilities that are none", "cannot be installed",
                        BadModules.module(update().header("Provide-Capability", "tianmu.program;version:Version=x"))),
                bad("a fragment", "a module is no fragment",
                        BadModules.module(update().header("Fragment-Host", "system.bundle"))),
                bad("another program than the definition", "the manifest provides [lies 1.1.0]",
                        BadModules.module(update()
                                .header(
                                        "Provide-Capability",
                                        "tianmu.program;program=lies;version:Version=\"1.1.0\""))),
                bad("an activator that is not there", "does not start",
                        BadModules.module(update().header("Bundle-Activator", "test.NoSuchActivator"))),
                bad("a definition of 3 MB", "the file is over 2 MB",
                        BadModules.module(update().file("program.xml", " ".repeat(3 * 1024 * 1024)))),
                bad("a definition that is no XML", "program.xml line 1",
                        BadModules.module(update().file("program.xml", "no XML"))),
                bad("a definition that is not UTF-8", "program.xml",
                        BadModules.module(update().file("program.xml", "<program\u0000/>"))),
                bad("a definition a thousand elements deep", "more than 64 elements inside each other",
                        BadModules.module(update().file("program.xml", "<p>".repeat(1000) + "</p>".repeat(1000)))),
                bad("an id twice", "name", BadModules.module(update()
                        .replace("program.xml", "<text id=\"name\"",
                                "<text id=\"name\" label=\"一\"/><text id=\"name\""))),
                bad("conditions that wait for each other", "conditions wait for each other",
                        BadModules.module(update().replace("program.xml", "</section>",
                                """
                                <text id="a" label="甲"><visible-when field="b"/></text>
                                <text id="b" label="乙"><visible-when field="a"/></text></section>
                                """))),
                bad("a document type that laughs", "DOCTYPE is disallowed",
                        BadModules.module(update()
                                .replace("program.xml", "<program ", LAUGHS + "<program ")
                                .replace("program.xml", "summary=\"样例事项\"", "summary=\"&e;\""))),
                bad("a document type that reads a file", "DOCTYPE is disallowed",
                        BadModules.module(update()
                                .replace("program.xml", "<program ",
                                        "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><program ")
                                .replace("program.xml", "</section>", "&x;</section>"))),
                bad("a page that is not there", "the module has no file pages/overview.xhtml",
                        BadModules.module(withPage())),
                bad("a page that is somewhere else", "program.xml line", BadModules.module(
                        withPage().replace("program.xml", "pages/overview.xhtml", "pages/../../overview.xhtml"))),
                bad("a page that laughs", "pages/overview.xhtml line",
                        BadModules.module(withPage().file("pages/overview.xhtml", LAUGHS + "<div>&e;</div>"))),
                bad("a page that reads a file", "pages/overview.xhtml line",
                        BadModules.module(withPage().file("pages/overview.xhtml",
                                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><div>&x;</div>"))),
                bad("a page that is cut off", "pages/overview.xhtml line",
                        BadModules.module(withPage().file("pages/overview.xhtml", "<div><p>"))),
                bad("a page with a script", "a module's page carries no script",
                        BadModules.module(withPage().file("pages/overview.xhtml", "<div><script>1</script></div>"))));
    }

    private static ModuleJar withPage() {
        return update().replace("program.xml", "</program>",
                """
                <pages><page id="overview" view="pages/overview.xhtml" audience="public" title="概况"/></pages></program>
                """);
    }

    private static Arguments bad(String what, String reason, BadModules.Maker maker) {
        return Arguments.of(what, reason, maker);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badUpdates")
    void aBadUpdateIsRefusedHoweverItComesAndTheOldVersionGoesOn(String what, String reason, BadModules.Maker maker)
            throws Exception {
        Path bad = write(maker);
        byte[] before = Files.readAllBytes(jar);

        ModuleReport report = new DryRun(runtime.host()).of(bad);
        Outcome<ModuleRow> put =
                new ModuleOrders(runtime.host(), runtime.folder).put(Actor.system(), bad, false);

        // Whether an activator works shows when it runs, and a dry run runs nothing.
        assertTrue(!report.mayStart() || what.contains("activator"), report::toString);
        assertFalse(put.isDone(), what);
        assertEquals("module.refused", put.reason().orElseThrow().code());
        assertEquals(Set.of("sample.jar"), files(runtime.folder, "[^.].*"));
        assertTrue(Arrays.equals(before, Files.readAllBytes(jar)), "the file is another");
        assertTheOldVersionGoesOn();
        runtime.history.events.clear();

        Files.move(bad, jar, StandardCopyOption.REPLACE_EXISTING);
        runtime.await(() -> !runtime.reason("test.sample").isEmpty());

        assertReason(runtime.row("test.sample"), reason);
        assertTheOldVersionGoesOn();
        assertEquals(List.of("refused 1.0.0"), runtime.history.kinds(), "told once");
    }

    /** A file as it looks some time after it was written: nobody waits for the rest of it. */
    private Path write(BadModules.Maker maker) throws IOException {
        Path bad = home.resolve("bad.jar");
        maker.write(bad);
        return Files.setLastModifiedTime(bad, FileTime.from(Instant.now().minusSeconds(60)));
    }

    static Stream<Arguments> badNewcomers() {
        return Stream.of(
                bad("no bundle", "truncated or no jar", BadModules.text("no jar at all")),
                bad("a notice with Java", "a notice module has no Java",
                        BadModules.module(notice().classFile(Rules.Finds.class))),
                bad("a notice that requires nothing", "which the manifest does not require",
                        BadModules.module(notice().header("Require-Capability", null))),
                bad("a call twice", "2024-1-a", BadModules.module(notice()
                        .replace("notice.xml", "</notice>",
                                """
                                <call id="2024-1-a" program="sample" title="样例"
                                  opens="2024-01-02T09:00:00+08:00" closes="2024-02-02T23:59:59+08:00"/></notice>
                                """))),
                bad("a window that closes first", "the call does not open before it closes",
                        BadModules.module(notice().replace("notice.xml", "2024-02-02T23", "2023-02-02T23"))),
                bad("a notice that laughs", "DOCTYPE is disallowed",
                        BadModules.module(notice().replace("notice.xml", "<notice ", LAUGHS + "<notice "))),
                bad("a notice that reads a file", "DOCTYPE is disallowed",
                        BadModules.module(notice().replace("notice.xml", "<notice ",
                                "<!DOCTYPE n [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><notice "))),
                bad("a text that laughs", "text/notice.xhtml",
                        BadModules.module(notice().file("text/notice.xhtml", LAUGHS + "<div>&e;</div>"))),
                bad("a text that reads a file", "text/notice.xhtml",
                        BadModules.module(notice().file("text/notice.xhtml",
                                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><div>&x;</div>"))),
                bad("a text with an entity that nobody declared", "text/notice.xhtml",
                        BadModules.module(notice().file("text/notice.xhtml", "<div>&x;</div>"))),
                bad("a text that includes another", "has no place in a notice's text",
                        BadModules.module(notice().file("text/notice.xhtml",
                                "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\""
                                        + " href=\"file:///etc/passwd\"/>"))),
                bad("a text that runs", "has no place in a notice's text",
                        BadModules.module(notice().file("text/notice.xhtml", "<script>alert(1)</script>"))),
                bad("a text that is somewhere else", "notice.xml line 2",
                        BadModules.module(notice()
                                .replace("notice.xml", "text/notice.xhtml", "../notice.xhtml"))),
                bad("a program that is there already", "is brought by the module test.sample already",
                        BadModules.module(update().header("Bundle-SymbolicName", "test.usurper"))));
    }

    private static ModuleJar notice() {
        return TestModule.notice("2024-1", "1.0.0", "sample");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badNewcomers")
    void aBadNewcomerIsRefusedBesideTheOthers(String what, String reason, BadModules.Maker maker) throws Exception {
        Path bad = write(maker);

        Path there = Files.move(bad, runtime.folder.resolve("new.jar"));
        runtime.await(() -> runtime.host().rows().size() == 2);

        ModuleRow row = runtime.host().rows().stream()
                .filter(each -> each.file().equals("new.jar"))
                .findFirst()
                .orElseThrow();
        assertEquals(ModuleState.REFUSED, row.state());
        assertReason(row, reason);
        assertTheOldVersionGoesOn();
        assertTrue(runtime.host().live().notices().isEmpty());

        Files.delete(there);
        runtime.await(() -> runtime.host().rows().stream().allMatch(each -> each.state() != ModuleState.REFUSED));
    }

    @Test
    void nothingIsFetchedForADocumentThatAsksForIt() throws Exception {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/x";
            String type = "<!DOCTYPE p SYSTEM \"" + address + "\" [<!ENTITY % x SYSTEM \"" + address + "\">%x;]>";
            update().replace("program.xml", "<program ", type + "<program ").drop(runtime.folder, "sample.jar");
            notice().replace("notice.xml", "<notice ", type + "<notice ")
                    .file("text/notice.xhtml", type + "<div/>")
                    .drop(runtime.folder, "notice.jar");
            TestModule.program("other", "1.0.0", "名称")
                    .replace("program.xml", "<program ",
                            "<program xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                                    + "urn:tianmu:program:1 " + address + "\" ")
                    .drop(runtime.folder, "other.jar");
            runtime.await(() -> runtime.host().rows().size() == 3
                    && !runtime.reason("test.sample").isEmpty());

            elsewhere.setSoTimeout(200);
            Optional<String> asked;
            try {
                elsewhere.accept().close();
                asked = Optional.of("somebody came");
            } catch (SocketTimeoutException nobody) {
                asked = Optional.empty();
            }
            assertEquals(Optional.empty(), asked);
        }
        assertTheOldVersionGoesOn();
    }

    @Test
    void aCopyInProgressIsLeftAloneUntilItIsWhole() throws Exception {
        byte[] whole = update().bytes();

        try (OutputStream slow = Files.newOutputStream(jar)) {
            for (byte one : whole) {
                slow.write(one);
                if (one % 64 == 0) {
                    Thread.sleep(5);
                }
            }
        }
        runtime.await(() -> runtime.row("test.sample").version().equals("1.1.0"));

        assertEquals(List.of("started 1.0.0", "updated 1.1.0"), runtime.history.kinds());
    }

    @Test
    void aCopyThatStallsIsToldAndStartsOnceItIsWhole() throws Exception {
        byte[] whole = update().bytes();
        try (OutputStream slow = Files.newOutputStream(jar)) {
            slow.write(whole, 0, whole.length / 2);
            slow.flush();
            runtime.await(() -> !runtime.reason("test.sample").isEmpty());
            assertReason(runtime.row("test.sample"), "truncated or no jar");
            assertTheOldVersionGoesOn();

            slow.write(whole, whole.length / 2, whole.length - whole.length / 2);
        }
        runtime.await(() -> runtime.row("test.sample").version().equals("1.1.0"));

        assertEquals("", runtime.reason("test.sample"));
    }

    @Test
    void ofTwoVersionsDroppedAtOnceTheHigherRunsAndTheOtherIsMentioned() throws Exception {
        byte[] nine = TestModule.program("sample", "1.9.0", "九").bytes();
        byte[] ten = TestModule.program("sample", "1.10.0", "十").bytes();

        runtime.host().carryOut(Order.OF_THE_FOLDER, () -> {
            Files.write(runtime.folder.resolve("nine.jar"), nine);
            Files.write(runtime.folder.resolve("ten.jar"), ten);
        });

        ModuleRow row = runtime.row("test.sample");
        assertEquals("1.10.0", row.version());
        assertEquals(ModuleState.ACTIVE, row.state());
        assertEquals(
                Set.of("nine.jar", "sample.jar"),
                row.remarks().stream().map(text -> text.en().split(" ")[0]).collect(Collectors.toSet()));
        row.remarks().forEach(remark -> assertTrue(remark.zh().contains("没有启用"), remark::zh));

        Files.delete(runtime.folder.resolve("ten.jar"));
        runtime.await(() -> runtime.row("test.sample").version().equals("1.9.0"));
        assertEquals(ModuleState.ACTIVE, runtime.row("test.sample").state());

        // The first ran before the two came: it runs again.
        Files.delete(runtime.folder.resolve("nine.jar"));
        runtime.await(() -> runtime.row("test.sample").version().equals("1.0.0"));
        assertEquals(ModuleState.ACTIVE, runtime.row("test.sample").state());
        assertEquals(List.of(), runtime.row("test.sample").remarks());
    }

    @Test
    void aJarRemovedDuringItsOwnUpdateIsGoneAfterIt() throws Exception {
        runtime.archive.meanwhile(() -> delete(jar));

        update().drop(runtime.folder, "sample.jar");
        runtime.await("test.sample", ModuleState.STOPPED);

        assertEquals(List.of("started 1.0.0", "updated 1.1.0", "stopped 1.1.0"), runtime.history.kinds());
        assertTrue(runtime.host().live().programs().isEmpty());
        assertEquals(Set.of(), files(runtime.folder.resolve(".accepted"), ".*"));
        runtime.archive.meanwhile(() -> {});
        program().drop(runtime.folder, "sample.jar");
        runtime.await("test.sample", ModuleState.ACTIVE);
    }

    @Test
    void aJarReplacedDuringItsOwnUpdateIsUpdatedAgain() throws Exception {
        runtime.archive.meanwhile(() -> {
            runtime.archive.meanwhile(() -> {});
            TestModule.program("sample", "1.2.0", "更新").drop(runtime.folder, "sample.jar");
        });

        update().drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.row("test.sample").version().equals("1.2.0"));

        assertEquals(List.of("started 1.0.0", "updated 1.1.0", "updated 1.2.0"), runtime.history.kinds());
    }

    @Test
    void aFolderNamedLikeAJarIsToldAndHarmsNobody() throws Exception {
        Files.createDirectories(runtime.folder.resolve("x.jar/META-INF"));
        runtime.await(() -> !runtime.reason("x.jar").isEmpty());

        assertReason(runtime.row("x.jar"), "no file but a folder");
        assertTheOldVersionGoesOn();
    }

    @Test
    void aFolderInThePlaceOfTheJarLeavesTheOldVersionServing() throws Exception {
        Files.delete(jar);
        Files.createDirectory(jar);
        runtime.await(() -> !runtime.reason("test.sample").isEmpty()
                || runtime.state("test.sample").equals(Optional.of(ModuleState.STOPPED)));

        runtime.await(() -> runtime.host().rows().stream()
                .anyMatch(row -> row.reason().en().contains("no file but a folder")));
        Files.delete(jar);
    }

    @Test
    void aLinkThatLeadsToItselfIsToldAndHidesNoOtherFile() throws Exception {
        Path loop = runtime.folder.resolve("loop.jar");
        Files.createSymbolicLink(loop, loop.getFileName());
        runtime.await(() -> !runtime.reason("loop.jar").isEmpty());

        assertReason(runtime.row("loop.jar"), "cannot be read for now");
        update().drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.row("test.sample").version().equals("1.1.0"));
    }

    @Test
    void aFileThatNobodyMayReadIsToldAndReadOnceItMayBe() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path half = update().drop(home, "update.jar");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(half), "this account reads everything");
        Files.move(half, jar, StandardCopyOption.REPLACE_EXISTING);
        runtime.await(() -> !runtime.reason("test.sample").isEmpty());
        assertReason(runtime.row("test.sample"), "cannot be read for now");
        assertTheOldVersionGoesOn();

        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        runtime.await(() -> runtime.row("test.sample").version().equals("1.1.0"));
    }

    private void assertReason(ModuleRow row, String expected) {
        assertTrue(row.reason().en().contains(expected), () -> row.name() + " was refused for: " + row.reason().en());
        assertTrue(
                row.reason().zh().codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
                () -> row.name() + " has no Chinese reason: " + row.reason().zh());
        assertFalse(row.reason().en().contains("root:"), "the file it asked for was read");
    }

    private void assertTheOldVersionGoesOn() {
        ModuleRow row = runtime.row("test.sample");
        assertEquals(ModuleState.ACTIVE, row.state());
        assertEquals("1.0.0", row.version());
        assertEquals(
                "名称",
                runtime.host().live().programs().get("sample").definition().field("name").orElseThrow().label().zh());
        try (ProgramUse use = runtime.enter("sample")) {
            assertTrue(use.file("program.xml").isPresent());
        }
    }

    /** The copies of jars that were read. */
    private Set<String> copies() {
        return files(runtime.work, "(incoming|aside)-.*");
    }

    private static Set<String> files(Path folder, String pattern) {
        return names(folder).stream()
                .filter(name -> name.matches(pattern))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<Long, String> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toMap(Thread::getId, Thread::getName));
    }

    /** The threads that are there and were not before the test. */
    private static Set<String> left() {
        return threads().entrySet().stream()
                .filter(thread -> !threads.contains(thread.getKey()))
                .map(Map.Entry::getValue)
                // The JDK's own, which come when they are first needed, and the resolver's, which end after a minute.
                .filter(name -> !name.matches(
                        "Cleaner-\\d+|process reaper|Common-Cleaner|ForkJoinPool.*|FelixResolver-\\d+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
