package gov.tianmu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.ModuleRehearsal;
import gov.tianmu.engine.modules.ModuleReport;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleState;
import gov.tianmu.engine.modules.ModuleWiring;
import gov.tianmu.engine.modules.ProgramRequirement;
import gov.tianmu.engine.modules.definition.DefinitionError;
import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

/**
 * What every module must pass, whatever it brings; {@link ProgramContract} and {@link NoticeContract} add the rest. The
 * module runs in the portal's own reader and framework ({@link ModuleRehearsal}), without portal and database.
 *
 * <p>Each failure says what to do. Where the definition cannot be read, what needs it is left out: one mistake is told
 * once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleContract {

    private static final Duration START = Duration.ofSeconds(1);
    private static final int MOST_STARTS = 10;
    private static final int ROUNDS = 3;

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9][A-Za-z0-9_-]*)*";
    private static final String VERSION = "\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}(\\.[A-Za-z0-9_-]{1,50})?";

    /** Headers by which code would run, or be seen, in a way that the portal does not offer. */
    private static final List<String> UNWELCOME = List.of(
            "Bundle-Activator",
            "Bundle-ActivationPolicy",
            "Bundle-NativeCode",
            "Class-Path",
            "DynamicImport-Package",
            "Export-Package",
            "ExtensionBundle-Activator",
            "Fragment-Host",
            "Launcher-Agent-Class",
            "Require-Bundle");

    private static final List<String> HIDING =
            List.of(".jar", ".war", ".zip", ".so", ".dll", ".dylib", ".jnilib", ".exe", ".sh");

    /** What bnd writes of itself, beside programs and packages. */
    private static final Set<String> NAMESPACES = Set.of(
            "osgi.ee",
            "osgi.extender",
            "osgi.identity",
            "osgi.service",
            "osgi.wiring.bundle",
            "osgi.wiring.host",
            "osgi.wiring.package",
            "tianmu.program");

    private static final List<String> SYSTEM_BUNDLES = List.of(
            "org.apache.felix.scr", "org.osgi.service.component", "org.osgi.util.promise", "org.osgi.util.function");

    private final ModuleKind kind;
    private ModuleUnderTest module;
    private ModuleRehearsal rehearsal;
    private Path folder;

    ModuleContract(ModuleKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    public void begin(@TempDir Path ownFolder) throws IOException {
        folder = ownFolder;
        module = ModuleUnderTest.of(getClass(), folder);
        rehearsal = rehearsal(ModuleTrust.unsignedAllowed());
    }

    @AfterAll
    public void end() {
        if (rehearsal != null) {
            rehearsal.close();
        }
    }

    private static ModuleRehearsal rehearsal(ModuleTrust trust) throws IOException {
        List<URL> bundles = SYSTEM_BUNDLES.stream()
                .map(name -> ModuleContract.class.getResource("osgi/" + name + ".jar"))
                .toList();
        return ModuleRehearsal.begin(bundles, trust);
    }

    ModuleUnderTest module() {
        return module;
    }

    ModuleRehearsal rehearsal() {
        return rehearsal;
    }

    Path folder() {
        return folder;
    }

    /** What the portal's reader says of the definition. */
    abstract DefinitionReading<?> reading();

    /** The id that the definition gives; it must be sound. */
    abstract String id();

    /** Whether what the module defines is live. */
    abstract boolean isLive(ModuleRehearsal somewhere);

    /** What the manifest must say of programs, where the definition says something else. */
    abstract List<String> contradictions(ModuleWiring wiring);

    /** What else the framework must have for the module to run. */
    abstract List<ProgramRequirement> needs(ModuleWiring wiring);

    @Test
    public void itIsABundleOfOneKind() {
        assertTrue(
                !module.header("Bundle-SymbolicName").isEmpty() && module.header("Bundle-ManifestVersion").equals("2"),
                "It is no OSGi bundle. Write a bnd.bnd beside the pom.xml with Bundle-SymbolicName and"
                        + " Bundle-Version, let"
                        + " bnd-maven-plugin run (goal bnd-process), and give maven-jar-plugin the manifest it"
                        + " writes.");
        ModuleKind other = kind == ModuleKind.PROGRAM ? ModuleKind.NOTICE : ModuleKind.PROGRAM;
        assertTrue(
                module.is(kind) && !module.is(other),
                "Its manifest needs the header " + kind.header() + " and not " + other.header()
                        + ". One module brings one program or one notice: write in bnd.bnd " + kind.header() + ": "
                        + kind.code() + ".xml, or extend the contract of the other kind.");
    }

    @Test
    public void itsNameAndVersionAreWellFormed() {
        assertTrue(
                module.name().matches(NAME),
                "The Bundle-SymbolicName is \"" + module.name() + "\". Take letters, digits, hyphens and single dots,"
                        + " such as gov.tianmu.craft-award; it stays the same in every version.");
        assertTrue(
                module.header("Bundle-Version").matches(VERSION),
                "The Bundle-Version is \"" + module.header("Bundle-Version")
                        + "\". Take three numbers, such as 1.0.0, and raise one of them with each release.");
    }

    @Test
    public void itImportsOnlyWhatThePortalExports() throws Exception {
        Set<String> exported = ModuleRehearsal.exportedPackages();
        List<String> others = wiring().imports().stream()
                .filter(name -> !exported.contains(name) && !isOfTheJdk(name))
                .toList();
        assertEquals(
                List.of(),
                others,
                "It imports packages that the portal does not offer. A module compiles against tianmu-spi alone:"
                        + " take the"
                        + " classes that use these packages out, or copy the few you need into a package of your own."
                        + " Offered are " + exported + " and the JDK.");
    }

    private static boolean isOfTheJdk(String name) {
        return ModuleLayer.boot().modules().stream()
                .anyMatch(each -> each.getDescriptor().packages().contains(name) && each.isExported(name));
    }

    @Test
    public void itOffersAndStartsNothingButWhatItDefines() throws Exception {
        List<String> found = UNWELCOME.stream().filter(header -> !module.header(header).isEmpty()).toList();
        assertEquals(
                List.of(),
                found,
                "Its manifest has headers that have no place in a module. Take them out of bnd.bnd (write"
                        + " -privatepackage instead of Export-Package); Java runs as a Declarative Service, when the"
                        + " portal asks it.");
        List<String> namespaces = wiring().namespaces().stream()
                .filter(namespace -> !NAMESPACES.contains(namespace))
                .toList();
        assertEquals(List.of(), namespaces, "It provides or requires capabilities that no module has. Take them out.");
    }

    @Test
    public void itHidesNothing() {
        List<String> hidden = module.names().stream()
                .filter(name -> HIDING.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                .toList();
        assertEquals(
                List.of(),
                hidden,
                "It carries archives or native programs, which nobody can look through. Take them out; a module needs"
                        + " nothing but its own classes and texts.");
        String classPath = module.header("Bundle-ClassPath");
        assertTrue(
                classPath.isEmpty() || classPath.equals("."),
                "Its Bundle-ClassPath is \"" + classPath + "\". Take the header out; classes lie at the top of the"
                        + " jar.");
    }

    @Test
    public void itsDefinitionIsSound() {
        if (reading() instanceof DefinitionReading.Faulty<?> faulty) {
            fail("The portal cannot read it. Mend each line (an editor that knows the schema shows the same):\n"
                    + faulty.errors().stream().map(DefinitionError::toString).collect(Collectors.joining("\n")));
        }
    }

    @Test
    public void everyWordHasItsEnglish() {
        assumeSound();
        DefinitionReader reader = new DefinitionReader();
        String resource = module.header(kind.header());
        List<String> missing = kind == ModuleKind.PROGRAM
                ? reader.untranslatedOfProgram(module, resource)
                : reader.untranslatedOfNotice(module, resource);
        assertTrue(
                missing.isEmpty(),
                () -> "The portal speaks two languages, and " + missing.size() + " texts have no English. Put these"
                        + " lines"
                        + " into messages_en.properties (UTF-8) with the English behind the sign:\n"
                        + String.join("\n", missing));
    }

    @Test
    public void itsManifestSaysWhatItsDefinitionSays() throws Exception {
        assumeSound();
        List<String> contradictions = contradictions(wiring());
        assertTrue(
                contradictions.isEmpty(),
                () -> "The framework goes by the manifest, cases by the definition. Change bnd.bnd:\n"
                        + String.join("\n", contradictions));
    }

    @Test
    public void aDryRunHasNothingAgainstIt() throws Exception {
        assumeSound();
        ModuleReport report = rehearsal.examine(module.jar());
        assertEquals(
                List.of(),
                report.problems().stream().map(Text::en).toList(),
                "The portal would refuse it; its console says the same.");
    }

    @Test
    public void itStartsWithinASecondAndStops() throws Exception {
        assumeSound();
        bringWhatItNeeds(rehearsal);
        Duration quickest = Duration.ofDays(1);
        // A machine that has much else to do starts nothing within a second; a module that is slow is slow each time.
        for (int round = 0; round < MOST_STARTS && quickest.compareTo(START) > 0; round++) {
            long begun = System.nanoTime();
            start(rehearsal, module.jar());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
            stop(rehearsal);
        }
        assertTrue(
                quickest.compareTo(START) <= 0,
                "It took " + quickest.toMillis() + " ms to start, the quickest of " + MOST_STARTS + " times. A"
                        + " component must not"
                        + " work when it is made or activated: move that into the call that needs it.");
    }

    @Test
    public void itsNextVersionTakesOverWithoutAGap() throws Exception {
        assumeSound();
        bringWhatItNeeds(rehearsal);
        start(rehearsal, module.jar());
        AtomicInteger gaps = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        Thread visitor = new Thread(() -> {
            while (!over.get()) {
                if (!isLive(rehearsal)) {
                    gaps.incrementAndGet();
                }
            }
        });
        visitor.start();
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                start(rehearsal, module.as(later(round), folder.resolve("next.jar")));
            }
        } finally {
            over.set(true);
            visitor.join();
            stop(rehearsal);
        }
        assertEquals(
                0, gaps.get(), "While a newer version took over, what it defines was away. Ask the portal's team.");
    }

    @Test
    public void itLeavesNothingInMemoryWhenItGoes() throws Exception {
        assumeSound();
        bringWhatItNeeds(rehearsal);
        start(rehearsal, module.jar());
        use();
        start(rehearsal, module.as(later(1), folder.resolve("next.jar")));
        use();
        stop(rehearsal);
        assertTrue(
                await(() -> rehearsal.classLoaders() == standIns()),
                "Ten seconds after it went, its classes were still in memory: something holds them. Look for threads it"
                        + " started, ThreadLocals it set, shutdown hooks and listeners it registered with the JDK.");
    }

    @Test
    public void signedItStartsAndWithAnythingAddedItDoesNot() throws Exception {
        assumeSound();
        SigningKey key = new SigningKey(folder);
        Path signed = module.as(module.header("Bundle-Version"), folder.resolve("signed.jar"));
        try (ModuleRehearsal strict = rehearsal(key.trust())) {
            Outcome<ModuleRow> unsigned = strict.put(signed);
            assertTrue(!unsigned.isDone(), "A portal that trusts the bureau's signer only started it unsigned.");
            key.sign(signed);
            for (ProgramRequirement need : needs(wiring())) {
                Path standIn = StandInProgram.of(need, folder);
                key.sign(standIn);
                strict.put(standIn);
            }
            start(strict, signed);
            add(signed, "text/added.txt");
            SignatureFinding finding = key.trust().examine(signed);
            assertEquals(
                    Standing.EXTENDED,
                    finding.standing(),
                    "Its signature does not cover what is added to it. Sign it with scripts/sign-module.");
        }
    }

    /** Lets the module do what it does, so that there is something to leave behind. */
    void use() {
        assertTrue(isLive(rehearsal));
    }

    ModuleWiring wiring() throws IOException {
        try {
            return rehearsal.wiring(module.jar());
        } catch (BundleException unreadable) {
            throw new AssertionError(
                    "The framework cannot read its manifest: " + unreadable.getMessage() + ". Mend bnd.bnd.",
                    unreadable);
        }
    }

    void assumeSound() {
        assumeTrue(module.is(kind) && reading() instanceof DefinitionReading.Sound<?>, "its definition is not sound");
    }

    /** Puts the programs in that the module requires. */
    void bringWhatItNeeds(ModuleRehearsal somewhere) throws IOException {
        for (ProgramRequirement need : needs(wiring())) {
            if (somewhere.program(need.program()).isPresent()) {
                continue;
            }
            Outcome<ModuleRow> standIn = somewhere.put(StandInProgram.of(need, folder));
            assertTrue(standIn.isDone(), () -> "no stand-in for " + need + ": " + words(standIn));
        }
    }

    private int standIns() {
        return (int) rehearsal.rows().stream()
                .filter(row -> row.state() == ModuleState.ACTIVE && !row.name().equals(module.name()))
                .count();
    }

    /** Puts it in; it runs when this returns. */
    void start(ModuleRehearsal somewhere, Path jar) {
        Outcome<ModuleRow> outcome = somewhere.put(jar);
        if (outcome.result().map(row -> row.state() != ModuleState.ACTIVE).orElse(true)) {
            fail("It does not start: " + words(outcome));
        }
        assertTrue(isLive(somewhere), "It runs, but what it defines is not live.");
    }

    void stop(ModuleRehearsal somewhere) {
        somewhere.remove(module.name());
        assertTrue(!isLive(somewhere), "It was taken out and is still live.");
    }

    private static String words(Outcome<ModuleRow> outcome) {
        return outcome.result()
                .map(row -> row.state() + " " + row.reason().en())
                .or(() -> outcome.reason().map(refusal -> refusal.args().stream()
                        .map(word -> word instanceof Text text ? text.en() : String.valueOf(word))
                        .collect(Collectors.joining(" "))))
                .orElse("");
    }

    private String later(int by) {
        String[] parts = module.header("Bundle-Version").split("\\.");
        return parts[0] + "." + parts[1] + "." + (Integer.parseInt(parts[2]) + by);
    }

    private static void add(Path jar, String name) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Files.createDirectories(zip.getPath(name).getParent());
            Files.writeString(zip.getPath(name), "added");
        }
    }

    private static boolean await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }
}
