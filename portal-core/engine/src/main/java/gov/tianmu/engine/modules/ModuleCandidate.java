package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.compare.Migration;
import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import gov.tianmu.engine.modules.trust.SignatureFinding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A module's jar that was read and found in order, before anything runs of it: it is a bundle, it carries the header of
 * one kind, its definition is sound. Works on a copy of its own, so that what was checked is what is installed.
 *
 * @param name the bundle's symbolic name
 * @param version the bundle's version
 * @param frozen the definition with its parts, as the archive keeps it
 * @param definition what it defines
 * @param migration what it declares about cases that stand on definitions before it
 * @param jar the copy it was read from
 * @param digest SHA-256 of the jar
 * @param signature who signed it
 */
record ModuleCandidate(
        String name,
        Version version,
        ArchivedDefinition frozen,
        ModuleDefinition definition,
        Optional<Migration> migration,
        Path jar,
        String digest,
        SignatureFinding signature) {

    /** The largest jar taken as a module. */
    static final long MAX_JAR_BYTES = 50L * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}");
    private static final int MAX_ENTRIES = 5_000;
    private static final long MAX_PARTS_BYTES = 10L * 1024 * 1024;

    /**
     * Reads a module.
     *
     * @param source the file as it came
     * @param copy where the copy goes; it is the caller's to delete
     * @param trust whose modules are acceptable
     * @throws RefusedModule when it is no acceptable module
     * @throws IOException when it cannot be read for now
     */
    static ModuleCandidate read(Path source, Path copy, DefinitionReader reader, ModuleTrust trust)
            throws RefusedModule, IOException {
        if (Files.exists(source) && !Files.isRegularFile(source)) {
            throw new RefusedModule("不是文件，是文件夹或别的东西", "no file but a folder or something else");
        }
        if (Files.size(source) > MAX_JAR_BYTES) {
            throw new RefusedModule("文件超过 50 MB", "the file is over 50 MB");
        }
        Files.copy(source, copy);
        try (JarFile jar = new JarFile(copy.toFile())) {
            checkEntries(jar);
            // First, since it counts what comes out of the jar before anything of it is read whole.
            SignatureFinding signature = examined(copy, trust);
            Manifest manifest = manifest(jar);
            if (manifest == null || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                throw new RefusedModule(
                        "不是 OSGi 模块（清单缺少 Bundle-SymbolicName）", "no OSGi bundle: no Bundle-SymbolicName");
            }
            return of(jar, manifest.getMainAttributes(), copy, reader, signature);
        } catch (ZipException broken) {
            throw RefusedModule.incomplete(
                    "文件不完整或不是 jar：" + broken.getMessage(), "truncated or no jar: " + broken.getMessage());
        } catch (SecurityException altered) {
            throw new RefusedModule(
                    "内容与签名不符：" + altered.getMessage(), "altered after signing: " + altered.getMessage());
        } catch (IllegalArgumentException malformed) {
            throw new RefusedModule(
                    "清单不合规范：" + malformed.getMessage(), "malformed manifest: " + malformed.getMessage());
        }
    }

    private static SignatureFinding examined(Path copy, ModuleTrust trust) throws RefusedModule, IOException {
        try {
            SignatureFinding signature = trust.examine(copy);
            if (!signature.mayStart()) {
                throw RefusedModule.because(signature);
            }
            return signature;
        } catch (ZipException broken) {
            throw RefusedModule.incomplete(
                    "压缩包不正常（内容损坏、过大或清单有误）：" + broken.getMessage(),
                    "the archive is not in order: " + broken.getMessage());
        }
    }

    private static Manifest manifest(JarFile jar) throws RefusedModule, ZipException {
        try {
            return jar.getManifest();
        } catch (ZipException broken) {
            throw broken;
        } catch (IOException malformed) {
            throw new RefusedModule(
                    "清单不合规范：" + malformed.getMessage(), "malformed manifest: " + malformed.getMessage());
        }
    }

    private static ModuleCandidate of(
            JarFile jar, Attributes headers, Path copy, DefinitionReader reader, SignatureFinding signature)
            throws RefusedModule, IOException {
        String name = symbolicName(headers.getValue(Constants.BUNDLE_SYMBOLICNAME));
        if (!isWellFormed(name)) {
            throw new RefusedModule("模块名称不合规范：" + name, "malformed symbolic name: " + name);
        }
        if (headers.getValue(Constants.FRAGMENT_HOST) != null) {
            throw new RefusedModule("模块不能是片段（Fragment-Host）", "a module is no fragment of another: Fragment-Host");
        }
        Version version = Version.parseVersion(headers.getValue(Constants.BUNDLE_VERSION));
        ModuleKind kind = kind(headers);
        if (kind == ModuleKind.NOTICE && jar.stream().anyMatch(entry -> entry.getName().endsWith(".class"))) {
            throw new RefusedModule("通知模块不能带 Java 程序", "a notice module has no Java");
        }
        String resource = headers.getValue(kind.header()).strip();
        Map<String, byte[]> parts = parts(jar, resource);
        Parts content = new Parts(parts);
        ModuleDefinition definition = kind == ModuleKind.PROGRAM
                ? new ModuleDefinition.OfProgram(sound(reader.program(content, resource, version.toString())))
                : new ModuleDefinition.OfNotice(sound(reader.notice(content, resource, version.toString())));
        if (kind == ModuleKind.PROGRAM) {
            sound(reader.pages(new Parts(withPages(jar, parts)), resource));
        }
        Optional<Migration> migration =
                kind == ModuleKind.PROGRAM ? reader.migration(content, resource) : Optional.empty();
        ArchivedDefinition frozen =
                ArchivedDefinition.of(kind, definition.id(), version.toString(), resource, parts);
        return new ModuleCandidate(name, version, frozen, definition, migration, copy, digest(copy), signature);
    }

    /** The name of the header {@code Bundle-SymbolicName}, without what may follow it there. */
    static String symbolicName(String header) {
        return header.split(";", 2)[0].strip();
    }

    static boolean isWellFormed(String symbolicName) {
        return NAME.matcher(symbolicName).matches();
    }

    private static ModuleKind kind(Attributes headers) throws RefusedModule {
        List<ModuleKind> kinds = new ArrayList<>();
        for (ModuleKind kind : ModuleKind.values()) {
            if (headers.getValue(kind.header()) != null) {
                kinds.add(kind);
            }
        }
        if (kinds.size() != 1) {
            throw new RefusedModule(
                    "清单应有 Tianmu-Program 或 Tianmu-Notice 之一",
                    "the manifest needs one of Tianmu-Program, Tianmu-Notice");
        }
        return kinds.get(0);
    }

    private static <T> T sound(DefinitionReading<T> reading) throws RefusedModule {
        if (reading instanceof DefinitionReading.Faulty<T> faulty) {
            throw RefusedModule.because(faulty.errors());
        }
        return ((DefinitionReading.Sound<T>) reading).definition();
    }

    private static void checkEntries(JarFile jar) throws RefusedModule {
        if (jar.size() > MAX_ENTRIES) {
            throw new RefusedModule("文件里的条目超过 " + MAX_ENTRIES + " 个", "more than " + MAX_ENTRIES + " entries");
        }
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            boolean absolute = name.startsWith("/") || name.matches("[A-Za-z]:.*");
            if (absolute || name.contains("\\") || List.of(name.split("/")).contains("..")) {
                throw new RefusedModule("文件里的条目指向文件之外：" + name, "an entry leads out of the file: " + name);
            }
        }
    }

    /** What the definition is made of: the definition, words, print style sheets, texts. */
    private static Map<String, byte[]> parts(JarFile jar, String resource) throws IOException, RefusedModule {
        return files(
                jar,
                name -> name.equals(resource)
                        || name.matches("messages(_[A-Za-z_]+)?\\.properties")
                        || name.startsWith("print/")
                        || name.startsWith("text/"));
    }

    /** The definition's parts with the files of the module's pages, which are checked but not frozen. */
    private static Map<String, byte[]> withPages(JarFile jar, Map<String, byte[]> parts)
            throws IOException, RefusedModule {
        Map<String, byte[]> all = new TreeMap<>(parts);
        all.putAll(files(jar, name -> name.startsWith("pages/") || name.startsWith("components/")));
        return all;
    }

    private static Map<String, byte[]> files(JarFile jar, Predicate<String> wanted) throws IOException, RefusedModule {
        Map<String, byte[]> parts = new TreeMap<>();
        long total = 0;
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (entry.isDirectory() || !wanted.test(name)) {
                continue;
            }
            byte[] content = readWithin(jar, entry, MAX_PARTS_BYTES - total);
            total += content.length;
            parts.put(name, content);
        }
        return parts;
    }

    /** Counts what comes out, not what the entry claims: a small file can unpack to a large one. */
    private static byte[] readWithin(JarFile jar, JarEntry entry, long limit) throws IOException, RefusedModule {
        try (InputStream in = jar.getInputStream(entry)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (out.size() + count > limit) {
                    throw new RefusedModule("定义和文本超过 10 MB", "definition and texts are over 10 MB");
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        }
    }

    /** SHA-256 of a file. */
    static String digest(Path jar) throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The parts as they stand in the jar. */
    private record Parts(Map<String, byte[]> files) implements ModuleContent {

        private Parts {
            Objects.requireNonNull(files, "files");
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
}
