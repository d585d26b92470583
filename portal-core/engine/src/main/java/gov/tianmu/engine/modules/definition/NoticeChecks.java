package gov.tianmu.engine.modules.definition;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a schema cannot say about a {@code notice.xml}: windows that open before they close, texts that are there and
 * safe.
 */
final class NoticeChecks {

    /** What the text of a notice is made of. Whatever runs, frames or submits has no place in it. */
    private static final Set<String> TEXT_ELEMENTS = Set.of(
            "article", "section", "header", "footer", "div", "span", "p", "br", "hr", "h1", "h2", "h3", "h4", "h5",
            "h6", "strong", "b", "em", "i", "u", "s", "sub", "sup", "small", "ol", "ul", "li", "dl", "dt", "dd", "a",
            "abbr", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "figure",
            "figcaption", "blockquote", "time", "address");

    private static final Set<String> TEXT_ATTRIBUTES = Set.of(
            "id", "class", "lang", "title", "href", "colspan", "rowspan", "scope", "headers", "span", "start", "value",
            "type", "datetime", "abbr", "role", "style", "width");

    private static final Pattern SAFE_LINK = Pattern.compile("(?s)(https?://|mailto:|tel:|#|/).*");
    private static final Pattern UNSAFE_STYLE = Pattern.compile("url\\s*\\(|expression|@|\\\\");

    private final XmlElement notice;
    private final ModuleContent content;
    private final DefinitionXml fragments;
    private final Findings findings;

    NoticeChecks(String resource, XmlElement notice, ModuleContent content, DefinitionXml fragments) {
        this.notice = notice;
        this.content = content;
        this.fragments = fragments;
        this.findings = new Findings(resource);
    }

    List<DefinitionError> errors() {
        checkText(notice, notice.get("text"));
        notice.children("attachment").forEach(attachment -> checkText(attachment, attachment.get("text")));
        notice.children("call").forEach(this::checkWindow);
        return findings.errors();
    }

    private void checkWindow(XmlElement call) {
        try {
            if (!OffsetDateTime.parse(call.get("opens")).isBefore(OffsetDateTime.parse(call.get("closes")))) {
                findings.add(call, "开始时间不早于截止时间", "the call does not open before it closes");
            }
        } catch (DateTimeException beyondOurCalendar) {
            // XML Schema allows 24:00:00, which ISO 8601 in Java does not.
            findings.add(call, "时间写法不对：" + beyondOurCalendar.getMessage(), beyondOurCalendar.getMessage());
        }
    }

    private void checkText(XmlElement where, String resource) {
        byte[] bytes = content.part(resource).orElse(null);
        if (bytes == null) {
            findings.add(where, "模块里没有文件 " + resource, "the module has no file " + resource);
            return;
        }
        DefinitionXml.Parsed parsed = fragments.parseFragment(resource, bytes);
        findings.addAll(parsed.errors());
        Findings inText = new Findings(resource);
        parsed.root().ifPresent(root -> root.children().forEach(child -> checkElement(child, inText)));
        findings.addAll(inText.errors());
    }

    private static void checkElement(XmlElement element, Findings inText) {
        if (!TEXT_ELEMENTS.contains(element.name())) {
            inText.add(
                    element,
                    "通知正文里不能有 <" + element.name() + ">",
                    "<" + element.name() + "> has no place in a notice's text");
        }
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            String address = attribute.getValue().strip().toLowerCase(Locale.ROOT);
            boolean unknown = !TEXT_ATTRIBUTES.contains(attribute.getKey());
            boolean unsafeLink = attribute.getKey().equals("href") && !SAFE_LINK.matcher(address).matches();
            boolean unsafeStyle = attribute.getKey().equals("style") && UNSAFE_STYLE.matcher(address).find();
            if (unknown || unsafeLink || unsafeStyle) {
                inText.add(
                        element,
                        "通知正文里不能有属性 " + attribute.getKey() + "=\"" + attribute.getValue() + "\"",
                        "the attribute " + attribute.getKey() + "=\"" + attribute.getValue()
                                + "\" has no place in a notice's text");
            }
        }
        element.children().forEach(child -> checkElement(child, inText));
    }
}
