package gov.tianmu.engine.modules.definition;

import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The English words of a module ({@code messages_en.properties}), found by keys that follow from the definition's ids.
 * A key that looks like one of those and belongs to nothing is a mistake worth telling: the words would never be seen.
 */
final class EnglishTexts {

    static final String RESOURCE = "messages_en.properties";

    private static final Pattern OURS = Pattern.compile("(title|summary|issuer|"
            + "(section|field|document|stage|publicity|result|score|contact|attachment|call|list)\\..*)");
    private static final Pattern OF_PAGES = Pattern.compile("page\\..*");

    private final Properties words = new Properties();
    private final Set<String> used = new HashSet<>();
    private final List<DefinitionError> errors = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> lines;

    EnglishTexts(ModuleContent content) {
        byte[] bytes = content.part(RESOURCE).orElse(new byte[0]);
        String source = "";
        try {
            source = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            words.load(new StringReader(source));
        } catch (CharacterCodingException notUtf8) {
            errors.add(DefinitionError.ofFile(RESOURCE, new Text("不是 UTF-8 编码", "the file is not UTF-8")));
        } catch (IOException | IllegalArgumentException malformed) {
            errors.add(DefinitionError.ofFile(
                    RESOURCE, new Text("无法读取：" + malformed.getMessage(), "unreadable: " + malformed.getMessage())));
        }
        lines = source.lines().toList();
    }

    /** The Chinese words with the English ones under the key, if the module has them. */
    Text text(String key, String zh) {
        used.add(key);
        String en = words.getProperty(key, "").strip();
        if (en.isEmpty() && !zh.isEmpty()) {
            missing.add(key + " = " + zh);
        }
        return new Text(zh, en);
    }

    /** What was asked for in vain, each key with the Chinese that is shown instead. */
    List<String> missing() {
        return missing;
    }

    /** What is wrong with the file, once everything was asked for. */
    List<DefinitionError> errors() {
        List<DefinitionError> found = new ArrayList<>(errors);
        found.addAll(unused(OURS));
        return found;
    }

    /** Which words for pages belong to no page, once every page's were asked for. */
    List<DefinitionError> errorsOfPages() {
        return unused(OF_PAGES);
    }

    private List<DefinitionError> unused(Pattern keys) {
        return words.stringPropertyNames().stream()
                .filter(key -> keys.matcher(key).matches() && !used.contains(key))
                .map(key -> new DefinitionError(
                        RESOURCE,
                        lineOf(key),
                        1,
                        new Text("没有与 " + key + " 对应的内容", "nothing in the definition has the key " + key)))
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .toList();
    }

    private int lineOf(String key) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(key) && line.substring(key.length()).stripLeading().matches("[=:].*")) {
                return i + 1;
            }
        }
        return 0;
    }
}
