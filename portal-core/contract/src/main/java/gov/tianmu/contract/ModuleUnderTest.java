package gov.tianmu.contract;

import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.ProgramDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The jar that is held against the contract: the one that the property {@code tianmu.module} names, or what the build
 * has put into {@code target/classes} beside the test, packed as it will be.
 */
final class ModuleUnderTest implements ModuleContent {

    private static final String PROPERTY = "tianmu.module";

    private final Path jar;
    private final Manifest manifest;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private ModuleUnderTest(Path jar) throws IOException {
        this.jar = jar;
        try (JarFile open = new JarFile(jar.toFile())) {
            this.manifest = Objects.requireNonNullElseGet(open.getManifest(), Manifest::new);
            for (JarEntry entry : open.stream().filter(each -> !each.isDirectory()).toList()) {
                try (InputStream in = open.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    /**
     * Finds the module that a test class belongs to.
     *
     * @param folder where it is packed, if it is not a jar yet
     */
    static ModuleUnderTest of(Class<?> test, Path folder) throws IOException {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isBlank()) {
            Path jar = Path.of(named);
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException("-D" + PROPERTY + " names no file: " + jar.toAbsolutePath());
            }
            return new ModuleUnderTest(jar);
        }
        Path classes = placeOf(test).resolveSibling("classes");
        if (!Files.isRegularFile(classes.resolve(JarFile.MANIFEST_NAME))) {
            throw new IllegalStateException("there is no " + classes.resolve(JarFile.MANIFEST_NAME)
                    + ": bnd-maven-plugin writes it. Run mvn process-classes once, or name a finished jar with -D"
                    + PROPERTY + "=FILE");
        }
        return new ModuleUnderTest(packed(classes, folder.resolve("module.jar")));
    }

    static ModuleUnderTest of(Path jar) throws IOException {
        return new ModuleUnderTest(jar);
    }

    private static Path placeOf(Class<?> test) {
        try {
            return Path.of(test.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("the test lies at no path", odd);
        }
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        Manifest manifest;
        try (InputStream in = Files.newInputStream(classes.resolve(JarFile.MANIFEST_NAME))) {
            manifest = new Manifest(in);
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream pack = new JarOutputStream(out, manifest);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (!name.equals(JarFile.MANIFEST_NAME)) {
                    pack.putNextEntry(new ZipEntry(name));
                    Files.copy(file, pack);
                    pack.closeEntry();
                }
            }
        }
        return jar;
    }

    Path jar() {
        return jar;
    }

    /** A header of the manifest; empty when it is not there. */
    String header(String name) {
        return Objects.requireNonNullElse(manifest.getMainAttributes().getValue(name), "").strip();
    }

    String name() {
        return header("Bundle-SymbolicName").split(";")[0].strip();
    }

    boolean is(ModuleKind kind) {
        return !header(kind.header()).isEmpty();
    }

    /** The program in it, by the portal's own reader. */
    DefinitionReading<ProgramDefinition> program() {
        return new DefinitionReader()
                .program(this, header(ModuleKind.PROGRAM.header()), header("Bundle-Version"));
    }

    /** The notice in it, by the portal's own reader. */
    DefinitionReading<NoticeDefinition> notice() {
        return new DefinitionReader().notice(this, header(ModuleKind.NOTICE.header()), header("Bundle-Version"));
    }

    /**
     * The same module in another version, unsigned: what a later release of it would be.
     *
     * @param version replaces the version wherever the manifest says it
     */
    Path as(String version, Path target) throws IOException {
        String now = header("Bundle-Version");
        Manifest changed = new Manifest();
        manifest.getMainAttributes().forEach((name, value) -> {
            boolean says = name.toString().equals("Bundle-Version") || name.toString().equals("Provide-Capability");
            changed.getMainAttributes().put(name, says ? value.toString().replace(now, version) : value);
        });
        changed.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream pack = new JarOutputStream(Files.newOutputStream(target), changed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!file.getKey().equals(JarFile.MANIFEST_NAME) && !isSignature(file.getKey())) {
                    pack.putNextEntry(new ZipEntry(file.getKey()));
                    pack.write(file.getValue());
                    pack.closeEntry();
                }
            }
        }
        return target;
    }

    private static boolean isSignature(String name) {
        return name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    @Override
    public Optional<byte[]> part(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public Collection<String> names() {
        return files.keySet();
    }
}
