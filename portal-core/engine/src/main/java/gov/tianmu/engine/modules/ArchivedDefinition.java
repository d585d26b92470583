package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.definition.CanonicalXml;
import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.ProgramDefinition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A definition as the archive keeps it: everything of a module that a case or a page may need when the module is gone.
 *
 * @param hash SHA-256 over all the rest
 * @param kind what it defines
 * @param id the program's or notice's id
 * @param version the module's version
 * @param resource the name of the part that is the definition
 * @param parts files by name; the definition in W3C canonical form
 */
record ArchivedDefinition(
        String hash, ModuleKind kind, String id, String version, String resource, SortedMap<String, byte[]> parts)
        implements ModuleContent {

    ArchivedDefinition {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Freezes what a module defines. The same content has the same hash wherever and whenever it is frozen. */
    static ArchivedDefinition of(
            ModuleKind kind, String id, String version, String resource, Map<String, byte[]> content) {
        SortedMap<String, byte[]> parts = new TreeMap<>(content);
        parts.computeIfPresent(resource, (name, xml) -> CanonicalXml.of(xml));
        return new ArchivedDefinition(hashOf(kind, id, version, resource, parts), kind, id, version, resource, parts);
    }

    private static String hashOf(
            ModuleKind kind, String id, String version, String resource, SortedMap<String, byte[]> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String word : new String[] {kind.code(), id, version, resource}) {
                update(digest, word.getBytes(StandardCharsets.UTF_8));
            }
            parts.forEach((name, content) -> {
                update(digest, name.getBytes(StandardCharsets.UTF_8));
                update(digest, content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Each piece goes in behind its length, so that no two contents run together into the same bytes. */
    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    /** As a program: it was sound when it was frozen. */
    ProgramDefinition program(DefinitionReader reader) {
        return reader.archivedProgram(this, resource, version);
    }

    /** As a notice. */
    NoticeDefinition notice(DefinitionReader reader) {
        return reader.archivedNotice(this, resource, version);
    }

    /** The pages of a program. */
    List<ContributedPage> pages(DefinitionReader reader) {
        return reader.archivedPages(this, resource);
    }

    @Override
    public Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name)).map(byte[]::clone);
    }

    @Override
    public Collection<String> names() {
        return parts.keySet();
    }
}
