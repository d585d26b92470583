package gov.tianmu.engine.notice.drafting;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What may stand inside a line: words, bold, a link, a break. Both ways. */
final class InlineMarks {

    static final char BREAK = '⏎';

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^>]{0,200}>?");
    /** What follows a link's words: its address in parentheses. */
    private static final Pattern ADDRESS = Pattern.compile("]\\(([^()\\s]{0,1000})\\)");
    private static final Pattern SAFE = Pattern.compile("(?i)(https?://|mailto:|tel:|#|/).*");
    private static final String ESCAPED = "\\*<[|" + BREAK;

    private InlineMarks() {}

    /** The words of an element's content. */
    static String words(Element element) throws UnsaidException {
        StringBuilder words = new StringBuilder();
        append(element, words, Set.of("b", "br", "a"));
        return words.toString();
    }

    private static void append(Node parent, StringBuilder words, Set<String> allowed) throws UnsaidException {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                for (char c : child.getNodeValue().toCharArray()) {
                    if (c == '\n' || c == '\t' || c == '\r') {
                        throw new UnsaidException("a line end inside words");
                    }
                    words.append(ESCAPED.indexOf(c) >= 0 ? "\\" : "").append(c);
                }
            } else if (child instanceof Element element && allowed.contains(element.getTagName())) {
                append(element, words);
            } else {
                throw new UnsaidException(child.getNodeName());
            }
        }
    }

    private static void append(Element element, StringBuilder words) throws UnsaidException {
        int attributes = element.getAttributes().getLength();
        switch (element.getTagName()) {
            case "b" -> {
                require(attributes == 0 && element.hasChildNodes(), "b");
                words.append("**");
                append(element, words, Set.of("br", "a"));
                words.append("**");
            }
            case "a" -> {
                require(attributes == 1 && element.hasAttribute("href") && element.hasChildNodes(), "a");
                words.append('[');
                append(element, words, Set.of());
                words.append("](").append(element.getAttribute("href")).append(')');
            }
            default -> {
                require(attributes == 0 && !element.hasChildNodes(), "br");
                words.append(BREAK);
            }
        }
    }

    private static void require(boolean said, String what) throws UnsaidException {
        if (!said) {
            throw new UnsaidException(what);
        }
    }

    /** One thing wrong inside a line: its code and what stands there. */
    record Fault(String code, String words) {}

    /** The XHTML of words. Faults are told, and what is faulty stays plain words. */
    static String xhtml(String words, Consumer<Fault> faults) {
        StringBuilder out = new StringBuilder();
        Matcher tag = TAG.matcher(words);
        Matcher address = ADDRESS.matcher(words);
        boolean bold = false;
        int at = 0;
        while (at < words.length()) {
            char c = words.charAt(at);
            if (c == '\\' && at + 1 < words.length() && isMark(words.charAt(at + 1))) {
                out.append(escaped(words.charAt(at + 1)));
                at += 2;
            } else if (words.startsWith("**", at)) {
                out.append(bold ? "</b>" : "<b>");
                bold = !bold;
                at += 2;
            } else if (c == BREAK) {
                out.append("<br/>");
                at++;
            } else if (c == '[' && address.region(endOfLinkWords(words, at), words.length()).lookingAt()) {
                String target = address.group(1);
                if (!SAFE.matcher(target).matches()) {
                    faults.accept(new Fault("link", shortened(target)));
                }
                out.append("<a href=\"").append(escaped(target).replace("\"", "&quot;")).append("\">")
                        .append(xhtml(words.substring(at + 1, address.start()).replace("**", "\\*\\*"), faults))
                        .append("</a>");
                at = address.end();
            } else {
                if (c == '<' && tag.region(at, words.length()).lookingAt()) {
                    faults.accept(new Fault("tag", shortened(tag.group())));
                }
                out.append(escaped(c));
                at++;
            }
        }
        if (bold) {
            out.append("</b>");
            faults.accept(new Fault("bold", ""));
        }
        return out.toString();
    }

    /** Where the words of a link that begins here end; the end of everything when none does. */
    private static int endOfLinkWords(String words, int from) {
        int at = from + 1;
        while (at < words.length() && words.charAt(at) != ']' && words.charAt(at) != '[') {
            at += words.charAt(at) == '\\' ? 2 : 1;
        }
        boolean any = at > from + 1 && at < words.length() && words.charAt(at) == ']';
        return any ? at : words.length();
    }

    /** Any ASCII sign may follow a backslash, so that nobody need know which are marks. */
    private static boolean isMark(char c) {
        return c == BREAK || c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }

    private static String shortened(String words) {
        return words.length() <= 40 ? words : words.substring(0, 39) + "…";
    }

    private static String escaped(String words) {
        StringBuilder out = new StringBuilder();
        words.chars().forEach(c -> out.append(escaped((char) c)));
        return out.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> String.valueOf(c);
        };
    }
}
