package gov.tianmu.engine.notice.drafting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A table of XHTML in the words of {@link NoticeMarkup}. */
final class TableWords {

    private TableWords() {}

    static String of(Element table) throws UnsaidException {
        if (table.hasAttributes()) {
            throw new UnsaidException("a table with attributes");
        }
        List<String> lines = new ArrayList<>();
        boolean inBody = false;
        for (Element part : elements(table)) {
            if (part.hasAttributes()) {
                throw new UnsaidException("a part of a table with attributes");
            }
            switch (part.getTagName()) {
                case "colgroup" -> {
                    require(lines.isEmpty(), "widths further down");
                    lines.add(widths(part));
                }
                case "thead" -> {
                    require(!inBody && lines.stream().noneMatch(line -> line.startsWith("|=")), "a second head");
                    rows(part, true, lines);
                }
                case "tbody" -> {
                    if (inBody) {
                        lines.add("|-");
                    }
                    rows(part, false, lines);
                    inBody = true;
                }
                default -> throw new UnsaidException(part.getTagName());
            }
        }
        require(inBody, "a table without rows");
        return String.join("\n", lines);
    }

    private static String widths(Element colgroup) throws UnsaidException {
        StringBuilder line = new StringBuilder("|%");
        for (Element col : elements(colgroup)) {
            String width = col.getAttribute("width");
            require(
                    col.getTagName().equals("col")
                            && col.getAttributes().getLength() == 1
                            && width.matches("[1-9]\\d?%|100%"),
                    "a column");
            line.append(' ').append(width, 0, width.length() - 1);
        }
        return line.toString();
    }

    private static void rows(Element part, boolean head, List<String> lines) throws UnsaidException {
        List<Element> rows = elements(part);
        require(!rows.isEmpty(), "a part without rows");
        for (Element row : rows) {
            require(row.getTagName().equals("tr") && !row.hasAttributes(), "a row");
            StringBuilder line = new StringBuilder(head ? "|=" : "|");
            for (Element cell : elements(row)) {
                line.append(cell(cell, head)).append('|');
            }
            require(line.length() > 2, "a row without cells");
            lines.add(line.toString());
        }
    }

    private static String cell(Element cell, boolean head) throws UnsaidException {
        StringBuilder words = new StringBuilder();
        Set<String> attributes = names(cell);
        boolean isHead = cell.getTagName().equals("th");
        String scope = cell.getAttribute("scope");
        if (head) {
            require(isHead && scope.equals("col"), "a head's cell");
        } else if (isHead) {
            require(scope.equals("row") || scope.equals("rowgroup"), "a row's head");
            words.append(scope.equals("row") ? "!" : "!!");
        } else {
            require(cell.getTagName().equals("td") && !attributes.contains("scope"), cell.getTagName());
        }
        attributes.remove("scope");
        words.append(span(cell, attributes, "rowspan", "行"));
        words.append(span(cell, attributes, "colspan", "列"));
        if (attributes.remove("class")) {
            require(cell.getAttribute("class").equals("c"), "a cell of another class");
            words.append("{居中}");
        }
        require(attributes.isEmpty(), "a cell with further attributes");
        return words.append(' ').append(InlineMarks.words(cell)).append(' ').toString();
    }

    private static String span(Element cell, Set<String> attributes, String name, String unit) throws UnsaidException {
        if (!attributes.remove(name)) {
            return "";
        }
        require(cell.getAttribute(name).matches("[1-9]\\d?"), name);
        return "{" + cell.getAttribute(name) + unit + "}";
    }

    private static Set<String> names(Element element) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            names.add(element.getAttributes().item(i).getNodeName());
        }
        return names;
    }

    private static List<Element> elements(Element parent) throws UnsaidException {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            } else if (!Fragments.isBlank(node)) {
                throw new UnsaidException("words between the parts of a table");
            }
        }
        return elements;
    }

    private static void require(boolean said, String what) throws UnsaidException {
        if (!said) {
            throw new UnsaidException(what);
        }
    }
}
