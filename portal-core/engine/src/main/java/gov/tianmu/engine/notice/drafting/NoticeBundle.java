package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftList;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.osgi.framework.Version;

/**
 * The module of a notice, made out of a draft's content: {@code notice.xml}, its texts, its English words and a manifest
 * as a vendor's would be. The same content under the same version is the same bytes, but for the signature.
 *
 * @param id the notice's id
 * @param module the bundle's symbolic name
 * @param version the bundle's version
 */
record NoticeBundle(String id, String module, String version, SortedMap<String, byte[]> files, Manifest manifest)
        implements ModuleContent {

    static final String DEFINITION = "notice.xml";
    static final String TEXT = "text/notice.xhtml";

    private static final String ENGLISH = "messages_en.properties";
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Where the text of an attachment stands. */
    static String attachment(int ordinal) {
        return "text/attachment-" + ordinal + ".xhtml";
    }

    /**
     * Makes the module.
     *
     * @param id the notice's id
     * @param module the symbolic name, that of the notice's module when there is one already
     * @param programs the versions of the programs that run, by id
     */
    static NoticeBundle of(
            NoticeContent content, String id, String module, String version, Map<String, String> programs) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(DEFINITION, NoticeXml.write(content, id));
        files.put(TEXT, xhtml(content.text()));
        int ordinal = 0;
        for (DraftAttachment each : content.attachments()) {
            files.put(attachment(++ordinal), xhtml(each.text()));
        }
        files.put(ENGLISH, english(content, id).getBytes(StandardCharsets.UTF_8));
        return new NoticeBundle(id, module, version, files, manifest(content, module, version, programs));
    }

    private static byte[] xhtml(MarkedText text) {
        return NoticeMarkup.read(text).xhtml().getBytes(StandardCharsets.UTF_8);
    }

    private static String english(NoticeContent content, String id) {
        StringBuilder words = new StringBuilder();
        word(words, "title", content.title());
        word(words, "issuer", content.issuer());
        word(words, "contact.office", content.office());
        word(words, "contact.address", content.address());
        int ordinal = 0;
        for (DraftAttachment each : content.attachments()) {
            word(words, "attachment." + ++ordinal + ".title", each.title());
        }
        for (DraftCall call : content.calls()) {
            word(words, "call." + call.idUnder(id) + ".title", call.title());
        }
        for (DraftList list : content.lists()) {
            if (list.published()) {
                String key = "list." + list.program() + "." + list.awardedIn().strip() + ".title";
                word(words, key, list.title());
            }
        }
        return words.toString();
    }

    private static void word(StringBuilder words, String key, Text text) {
        String english = WrittenLines.token(text.en());
        if (!english.isEmpty()) {
            words.append(key).append(" = ").append(english.replace("\\", "\\\\")).append('\n');
        }
    }

    private static Manifest manifest(
            NoticeContent content, String module, String version, Map<String, String> programs) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.put(new Attributes.Name("Bundle-ManifestVersion"), "2");
        headers.put(new Attributes.Name("Bundle-SymbolicName"), module);
        headers.put(new Attributes.Name("Bundle-Version"), version);
        headers.put(new Attributes.Name("Bundle-Name"), WrittenLines.token(content.number()));
        headers.put(new Attributes.Name("Tianmu-Notice"), DEFINITION);
        Set<String> opened = new LinkedHashSet<>();
        content.calls().forEach(call -> opened.add(call.program()));
        if (!opened.isEmpty()) {
            String requirements = opened.stream()
                    .map(program -> requirement(program, Optional.ofNullable(programs.get(program))))
                    .collect(Collectors.joining(","));
            headers.put(new Attributes.Name("Require-Capability"), requirements);
        }
        return manifest;
    }

    /** A program that runs is required in its major version; one that does not may come later or never. */
    private static String requirement(String program, Optional<String> running) {
        int major = running.map(Version::parseVersion).map(Version::getMajor).orElse(1);
        String filter = "tianmu.program;filter:=\"(&(program=%s)(version>=%d.0)(!(version>=%d.0)))\""
                .formatted(program, major, major + 1);
        return running.isPresent() ? filter : filter + ";resolution:=optional";
    }

    /** What the portal's own reader says about it. */
    DefinitionReading<NoticeDefinition> definition() {
        return new DefinitionReader().notice(this, DEFINITION, version);
    }

    /** The notice it brings; empty when the reader finds something wrong. */
    Optional<NoticeDefinition> soundDefinition() {
        return definition() instanceof DefinitionReading.Sound<NoticeDefinition> sound
                ? Optional.of(sound.definition())
                : Optional.empty();
    }

    /** The module as a jar, not signed yet. */
    byte[] jar() {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar)) {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            manifest.write(head);
            entry(out, "META-INF/MANIFEST.MF", head.toByteArray());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entry(out, file.getKey(), file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a module cannot be written into memory", impossible);
        }
        return jar.toByteArray();
    }

    private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
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
