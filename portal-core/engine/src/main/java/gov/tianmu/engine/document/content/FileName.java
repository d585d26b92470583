package gov.tianmu.engine.document.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file's name, fit to be shown and offered for download: without folders, without control characters and the marks
 * that turn the reading direction ("cod.exe" must not look like "exe.doc"), without what Windows forbids, and at most
 * 255 bytes long in UTF-8. Never used as a name on the portal's own disk.
 *
 * @param value the name
 */
public record FileName(String value) {

    private static final int LONGEST = 255;
    private static final int LONGEST_EXTENSION = 10;
    private static final String NAMELESS = "document";
    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    /** Control, format (direction marks, zero-width), lone surrogates, private use, line and paragraph separators. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");
    private static final Pattern FORBIDDEN_ON_WINDOWS = Pattern.compile("[<>:\"|?*]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern ENDS = Pattern.compile("^[. ]+|[. ]+$");

    public FileName {
        if (!cleaned(value).equals(value)) {
            throw new IllegalArgumentException("Not a clean file name");
        }
    }

    /** The name as a sender gives it, made fit; {@code document} where nothing of it is left. */
    public static FileName of(String declared) {
        return new FileName(cleaned(declared));
    }

    private static String cleaned(String declared) {
        String name = declared == null ? "" : Normalizer.normalize(declared, Normalizer.Form.NFC);
        name = FOLDERS.matcher(name).replaceFirst("");
        name = BLANKS.matcher(name).replaceAll(" ");
        name = INVISIBLE.matcher(name).replaceAll("");
        name = FORBIDDEN_ON_WINDOWS.matcher(name).replaceAll("_");
        name = ENDS.matcher(name).replaceAll("");
        if (name.isEmpty()) {
            return NAMELESS;
        }
        String extension = extensionOf(name);
        String ending = extension.isEmpty() ? "" : name.substring(name.length() - extension.length() - 1);
        return capped(name.substring(0, name.length() - ending.length()), LONGEST - bytes(ending)) + ending;
    }

    private static String capped(String text, int maxBytes) {
        int end = text.length();
        int size = bytes(text);
        while (size > maxBytes) {
            int last = text.codePointBefore(end);
            end -= Character.charCount(last);
            size -= bytes(Character.toString(last));
        }
        return end == text.length() ? text : ENDS.matcher(text.substring(0, end)).replaceAll("");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What follows the last dot, in lower case; empty where nothing does or it is too long to be an extension. */
    public String extension() {
        return extensionOf(value).toLowerCase(Locale.ROOT);
    }

    private static String extensionOf(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot <= 0 ? "" : name.substring(dot + 1);
        return extension.length() > LONGEST_EXTENSION || extension.indexOf(' ') >= 0 ? "" : extension;
    }

    /** This name, with the type's usual extension where it has none. */
    public FileName withExtensionOf(ContentType type) {
        if (!extension().isEmpty()) {
            return this;
        }
        String ending = "." + type.usualExtension();
        return new FileName(capped(value, LONGEST - bytes(ending)) + ending);
    }

    @Override
    public String toString() {
        return value;
    }
}
