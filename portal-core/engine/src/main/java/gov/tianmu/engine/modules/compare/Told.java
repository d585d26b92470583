package gov.tianmu.engine.modules.compare;

import gov.tianmu.spi.definition.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One part of a definition retold as facts in words, so that two definitions can be compared fact by fact.
 *
 * @param group the parts whose order among each other means something; of a column the id of its table, of a score
 *     item that of its section: what belongs to a part that came or went is not told beside it
 * @param facts what there is to say about it, each under a name of its own
 */
record Told(DefinitionChange.Part part, String id, String group, Text label, Map<String, Fact> facts) {

    /**
     * @param value what is compared: a reference stays the same when what it points to gets another label
     * @param words what is shown
     */
    record Fact(Object value, Text words) {

        static final Fact NONE = new Fact("", Text.EMPTY);

        /** What reads the same is the same to whoever reads it. */
        boolean differsFrom(Fact other) {
            return !value.equals(other.value) && !words.equals(other.words);
        }
    }

    /** A new part to which facts are added. */
    static Told of(DefinitionChange.Part part, String id, String group, Text label) {
        return new Told(part, id, group, label, new LinkedHashMap<>());
    }

    /** Adds a sentence as it is. */
    Told say(String key, Text sentence) {
        facts.put(key, new Fact(sentence, sentence));
        return this;
    }

    /** Adds a sentence when it holds. */
    Told sayIf(boolean holds, String key, String zh, String en) {
        return holds ? say(key, new Text(zh, en)) : this;
    }

    /** Adds {@code name：words}; what has no words is no fact. */
    Told fact(String key, String zhName, String enName, Text words) {
        return fact(key, zhName, enName, words, words);
    }

    /** Adds {@code name：words} where the words alone do not tell whether it is another. */
    Told fact(String key, String zhName, String enName, Object value, Text words) {
        if (!words.isEmpty()) {
            facts.put(key, new Fact(value, new Text(zhName + "：" + words.zh(), enName + ": " + english(words))));
        }
        return this;
    }

    Told fact(String key, String zhName, String enName, Optional<?> value) {
        return fact(key, zhName, enName, value.map(v -> Text.of(v.toString())).orElse(Text.EMPTY));
    }

    Told fact(String key, String zhName, String enName, OptionalInt value) {
        return value.isPresent() ? fact(key, zhName, enName, Text.of("" + value.getAsInt())) : this;
    }

    String key() {
        return part + " " + id;
    }

    static String english(Text words) {
        return words.en().isEmpty() ? words.zh() : words.en();
    }

    /** The words one after another. */
    static Text joined(List<Text> words) {
        return new Text(
                words.stream().map(Text::zh).collect(Collectors.joining("、")),
                words.stream().map(Told::english).collect(Collectors.joining(", ")));
    }
}
