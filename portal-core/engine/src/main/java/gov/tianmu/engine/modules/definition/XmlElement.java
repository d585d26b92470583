package gov.tianmu.engine.modules.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a definition file that still knows where it stood. Values are valid by the schema when they get here,
 * with its defaults filled in.
 */
final class XmlElement {

    private final String name;
    private final int line;
    private final int column;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    XmlElement(String name, int line, int column) {
        this.name = name;
        this.line = line;
        this.column = column;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(char[] characters, int start, int length) {
        words.append(characters, start, length);
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** All attributes with their names. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** All child elements in order. */
    List<XmlElement> children() {
        return children;
    }

    List<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    Optional<XmlElement> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    /** The words between the tags with their white space collapsed. */
    String words() {
        return collapsed(words.toString());
    }

    /** An attribute the schema requires or gives a default. */
    String get(String attribute) {
        return find(attribute)
                .orElseThrow(() ->
                        new IllegalStateException("the schema let <" + name + "> pass without " + attribute));
    }

    Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(XmlElement::collapsed);
    }

    boolean flag(String attribute) {
        return isTrue(get(attribute));
    }

    Optional<Boolean> findFlag(String attribute) {
        return find(attribute).map(XmlElement::isTrue);
    }

    int integer(String attribute) {
        return Integer.parseInt(get(attribute));
    }

    Optional<Integer> findInteger(String attribute) {
        return find(attribute).map(Integer::valueOf);
    }

    BigDecimal decimal(String attribute) {
        return new BigDecimal(get(attribute));
    }

    Optional<BigDecimal> findDecimal(String attribute) {
        return find(attribute).map(BigDecimal::new);
    }

    /** A list of tokens; empty when the attribute is absent. */
    List<String> list(String attribute) {
        return find(attribute)
                .filter(value -> !value.isEmpty())
                .map(value -> List.of(value.split(" ")))
                .orElse(List.of());
    }

    private static boolean isTrue(String value) {
        return value.equals("true") || value.equals("1");
    }

    private static String collapsed(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }
}
