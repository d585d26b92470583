package gov.tianmu.engine.modules.definition;

import gov.tianmu.engine.modules.compare.Migration;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.engine.modules.pages.PageAudience;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a module's definition: {@code program.xml} by {@code program.xsd} or {@code notice.xml} by {@code notice.xsd},
 * with the English words of {@code messages_en.properties}. Whatever is wrong comes back as errors with line and
 * column, all of them where possible, not the first alone. Thread-safe.
 */
public final class DefinitionReader {

    private static final DefinitionXml PROGRAMS = DefinitionXml.by("program.xsd");
    private static final DefinitionXml NOTICES = DefinitionXml.by("notice.xsd");
    private static final DefinitionXml FRAGMENTS = DefinitionXml.ofAnyForm();

    /**
     * Reads a program.
     *
     * @param version the module's version, which is the definition's
     */
    public DefinitionReading<ProgramDefinition> program(ModuleContent content, String resource, String version) {
        return read(PROGRAMS, content, resource, root -> {
            EnglishTexts english = new EnglishTexts(content);
            ProgramChecks checks = new ProgramChecks(resource, root);
            List<DefinitionError> errors = new ArrayList<>(checks.errors());
            if (errors.isEmpty()) {
                ProgramDefinition definition = new ProgramMapping(root, english, version).definition();
                errors.addAll(english.errors());
                if (errors.isEmpty()) {
                    return new DefinitionReading.Sound<>(definition);
                }
            }
            return new DefinitionReading.Faulty<>(errors);
        });
    }

    /**
     * Reads the pages a program's module brings, and checks their files: every Facelets file of the module is well-formed
     * and keeps to what a module's page may use.
     *
     * @param content all files of the module, not those of its definition alone
     */
    public DefinitionReading<List<ContributedPage>> pages(ModuleContent content, String resource) {
        return read(PROGRAMS, content, resource, root -> {
            EnglishTexts english = new EnglishTexts(content);
            List<ContributedPage> pages = pagesOf(root, english);
            List<DefinitionError> errors = new ArrayList<>(new PageChecks(resource, root, content, FRAGMENTS).errors());
            errors.addAll(english.errorsOfPages());
            return errors.isEmpty() ? new DefinitionReading.Sound<>(pages) : new DefinitionReading.Faulty<>(errors);
        });
    }

    /** The pages of a program that runs or ran. */
    public List<ContributedPage> archivedPages(ModuleContent archived, String resource) {
        return pagesOf(root(PROGRAMS, archived, resource), new EnglishTexts(archived));
    }

    private static List<ContributedPage> pagesOf(XmlElement program, EnglishTexts english) {
        return program.child("pages").stream()
                .flatMap(pages -> pages.children("page").stream())
                .map(page -> new ContributedPage(
                        program.get("id"),
                        page.get("id"),
                        page.get("view"),
                        PageAudience.ofCode(page.get("audience")),
                        english.text("page." + page.get("id") + ".title", page.get("title"))))
                .toList();
    }

    /**
     * What a sound program declares about cases that stand on versions before it; empty when it declares nothing. Its
     * mistakes are among those {@link #program} tells.
     *
     * @throws IllegalStateException when the program is none that {@code program} would read
     */
    public Optional<Migration> migration(ModuleContent content, String resource) {
        return MigrationMapping.of(root(PROGRAMS, content, resource));
    }

    /**
     * Reads a notice.
     *
     * @param version the module's version, which is the definition's
     */
    public DefinitionReading<NoticeDefinition> notice(ModuleContent content, String resource, String version) {
        return read(NOTICES, content, resource, root -> {
            EnglishTexts english = new EnglishTexts(content);
            NoticeChecks checks = new NoticeChecks(resource, root, content, FRAGMENTS);
            List<DefinitionError> errors = new ArrayList<>(checks.errors());
            if (errors.isEmpty()) {
                NoticeDefinition definition = new NoticeMapping(root, english, version).definition();
                errors.addAll(english.errors());
                if (errors.isEmpty()) {
                    return new DefinitionReading.Sound<>(definition);
                }
            }
            return new DefinitionReading.Faulty<>(errors);
        });
    }

    /**
     * Reads a program that ran before. What today's checks would say about it does not matter any more: it was sound
     * when it was frozen, and a case stands on it.
     */
    public ProgramDefinition archivedProgram(ModuleContent archived, String resource, String version) {
        return new ProgramMapping(root(PROGRAMS, archived, resource), new EnglishTexts(archived), version).definition();
    }

    /** Reads a notice that ran before. */
    public NoticeDefinition archivedNotice(ModuleContent archived, String resource, String version) {
        return new NoticeMapping(root(NOTICES, archived, resource), new EnglishTexts(archived), version).definition();
    }

    /**
     * The keys that the English words of a sound program lack, each with the Chinese that is shown instead, as lines of
     * {@code messages_en.properties}.
     *
     * @throws IllegalStateException when the program is not sound
     */
    public List<String> untranslatedOfProgram(ModuleContent content, String resource) {
        EnglishTexts english = new EnglishTexts(content);
        new ProgramMapping(root(PROGRAMS, content, resource), english, "0").definition();
        return List.copyOf(english.missing());
    }

    /** The same of a sound notice. */
    public List<String> untranslatedOfNotice(ModuleContent content, String resource) {
        EnglishTexts english = new EnglishTexts(content);
        new NoticeMapping(root(NOTICES, content, resource), english, "0").definition();
        return List.copyOf(english.missing());
    }

    /** The root of a definition that was found sound before. */
    private static XmlElement root(DefinitionXml xml, ModuleContent content, String resource) {
        byte[] bytes = content.part(resource).orElseThrow(() -> new IllegalStateException("there is no " + resource));
        return xml.parse(resource, bytes)
                .root()
                .orElseThrow(() -> new IllegalStateException("what was sound is so no more: " + resource));
    }

    private static <T> DefinitionReading<T> read(
            DefinitionXml xml,
            ModuleContent content,
            String resource,
            Function<XmlElement, DefinitionReading<T>> whole) {
        byte[] bytes = content.part(resource).orElse(null);
        if (bytes == null) {
            return new DefinitionReading.Faulty<>(
                    List.of(DefinitionError.ofFile(resource, new Text("模块里没有这个文件", "the module has no such file"))));
        }
        DefinitionXml.Parsed parsed = xml.parse(resource, bytes);
        if (!parsed.errors().isEmpty() || parsed.root().isEmpty()) {
            return new DefinitionReading.Faulty<>(parsed.errors());
        }
        DefinitionReading<T> reading = whole.apply(parsed.root().get());
        if (reading instanceof DefinitionReading.Faulty<T> faulty) {
            // Dangling references are among these with the line they stand on.
            List<DefinitionError> sorted = new ArrayList<>(faulty.errors());
            sorted.sort(Comparator.comparing(DefinitionError::resource, Comparator.comparing(r -> !r.equals(resource)))
                    .thenComparingInt(DefinitionError::line)
                    .thenComparingInt(DefinitionError::column));
            return new DefinitionReading.Faulty<>(sorted);
        }
        return parsed.references().isEmpty() ? reading : new DefinitionReading.Faulty<>(parsed.references());
    }
}
