package gov.tianmu.engine.notice.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the lines of a table into XHTML and counts that every row fills every column. */
final class TableReader {

    private static final Pattern MARKS =
            Pattern.compile("(!{0,2})(?:\\{([1-9]\\d?)行})?(?:\\{([1-9]\\d?)列})?(\\{居中})?");

    private static final int LONGEST_WIDTHS = 400;

    private final int firstLine;
    private final List<MarkupFault> faults;
    private final StringBuilder out = new StringBuilder("<table>\n");

    /** For each column, how many further rows a cell from above still takes. */
    private int[] taken = new int[0];

    private int widths;
    private String part = "";

    TableReader(int firstLine, List<MarkupFault> faults) {
        this.firstLine = firstLine;
        this.faults = faults;
    }

    String read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i == 0 && line.length() <= LONGEST_WIDTHS && line.matches("\\|%( +\\d{1,3})+")) {
                colgroup(line);
            } else if (line.matches("\\|-+\\|?")) {
                close();
            } else if (line.startsWith("|=")) {
                enter("thead", firstLine + i);
                row(line.substring(2), true, firstLine + i);
            } else {
                enter("tbody", firstLine + i);
                row(line.substring(1), false, firstLine + i);
            }
        }
        close();
        if (out.indexOf("<tr>") < 0) {
            faults.add(new MarkupFault(firstLine, "cells", ""));
            return "";
        }
        return out.append("</table>\n").toString();
    }

    private void colgroup(String line) {
        out.append("<colgroup>");
        for (String width : line.substring(2).strip().split(" +")) {
            out.append("<col width=\"").append(width).append("%\"/>");
            widths++;
        }
        out.append("</colgroup>\n");
    }

    private void enter(String wanted, int line) {
        if (part.equals(wanted)) {
            return;
        }
        if (wanted.equals("thead") && out.indexOf("<tr>") >= 0) {
            faults.add(new MarkupFault(line, "cells", "|="));
        }
        close();
        out.append('<').append(wanted).append(">\n");
        part = wanted;
    }

    private void close() {
        if (!part.isEmpty()) {
            out.append("</").append(part).append(">\n");
        }
        part = "";
    }

    private void row(String words, boolean head, int line) {
        out.append("<tr>");
        int[] left = taken.clone();
        int columns = 0;
        for (int rows : left) {
            columns += rows > 0 ? 1 : 0;
        }
        List<int[]> spans = new ArrayList<>();
        for (String cell : cells(words)) {
            int[] span = cell(cell, head, line);
            spans.add(span);
            columns += span[1];
        }
        out.append("</tr>\n");
        int expected = taken.length > 0 ? taken.length : widths > 0 ? widths : columns;
        if (columns != expected) {
            faults.add(new MarkupFault(line, taken.length == 0 ? "widths" : "cells", columns + "/" + expected));
        }
        settle(spans, expected);
    }

    /** Notes which columns the cells of this row take from the next ones. */
    private void settle(List<int[]> spans, int columns) {
        int[] next = new int[columns];
        for (int i = 0; i < columns; i++) {
            next[i] = i < taken.length && taken[i] > 0 ? taken[i] - 1 : -1;
        }
        int at = 0;
        for (int[] span : spans) {
            for (int i = 0; i < span[1]; i++) {
                while (at < columns && next[at] >= 0) {
                    at++;
                }
                if (at < columns) {
                    next[at] = span[0] - 1;
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            next[i] = Math.max(0, next[i]);
        }
        taken = next;
    }

    private static List<String> cells(String words) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            open = true;
            if (c == '\\' && i + 1 < words.length()) {
                cell.append(c).append(words.charAt(++i));
            } else if (c == '|') {
                cells.add(cell.toString());
                cell.setLength(0);
                open = false;
            } else {
                cell.append(c);
            }
        }
        if (open && !cell.toString().isBlank()) {
            cells.add(cell.toString());
        }
        return cells;
    }

    /** Writes one cell; answers how many rows and columns it takes. */
    private int[] cell(String words, boolean head, int line) {
        Matcher marks = MARKS.matcher(words);
        marks.lookingAt();
        // A mark ends with a space; without one it is the beginning of words.
        boolean marked = marks.end() > 0 && (marks.end() == words.length() || words.charAt(marks.end()) == ' ');
        String kind = marked ? marks.group(1) : "";
        String rows = marked ? marks.group(2) : null;
        String columns = marked ? marks.group(3) : null;
        String tag = head || !kind.isEmpty() ? "th" : "td";
        out.append('<').append(tag);
        if (tag.equals("th")) {
            String scope = head ? "col" : kind.equals("!!") ? "rowgroup" : "row";
            out.append(" scope=\"").append(scope).append('"');
        }
        if (marked && marks.group(4) != null) {
            out.append(" class=\"c\"");
        }
        attribute("rowspan", rows);
        attribute("colspan", columns);
        String content = words.substring(marked ? marks.end() : 0).replaceAll("^ +| +$", "");
        out.append('>')
                .append(InlineMarks.xhtml(
                        content, fault -> faults.add(new MarkupFault(line, fault.code(), fault.words()))))
                .append("</").append(tag).append('>');
        return new int[] {rows == null ? 1 : Integer.parseInt(rows), columns == null ? 1 : Integer.parseInt(columns)};
    }

    private void attribute(String name, String value) {
        if (value != null) {
            out.append(' ').append(name).append("=\"").append(value).append('"');
        }
    }
}
