package gov.tianmu.engine.print;

import java.util.SortedSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The neutral XML that a program's stylesheet reads. Stable: modules are written against it.
 *
 * <pre>{@code
 * <application number="" program="" studio="" organisation="" submitted="2023-04-20">
 *   <section id="" title="">
 *     <field id="" type="choice" label="">
 *       <value>as stored</value><text>as read</text>
 *       <paragraph>each line of a long text</paragraph>
 *       <option value="" label="" chosen="true|false"/>
 *     </field>
 *     <table id="" label="">
 *       <column id="" label=""/>
 *       <row id=""><cell field="">text</cell></row>
 *     </table>
 *   </section>
 *   <opinion box="unit|experts|bureau" by="" signed="2023-06-01"><paragraph/></opinion>
 *   <missing code="U+20BB7"/>
 * </application>
 * }</pre>
 *
 * A draft has an empty {@code number} and {@code submitted}. A {@code missing} names a character that the font lacks
 * and for which 〓 stands in the text.
 */
final class ApplicationXml {

    private final Document document;
    private final PrintableText printable;

    private ApplicationXml(PrintableText printable) {
        this.printable = printable;
        try {
            document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new PrintException("the JDK makes no XML documents", e);
        }
    }

    static Document of(PrintSource source, PrintableText printable) {
        ApplicationXml xml = new ApplicationXml(printable);
        xml.write(source);
        return xml.document;
    }

    private void write(PrintSource source) {
        Element application = document.createElement("application");
        document.appendChild(application);
        set(application, "number", source.number());
        set(application, "program", source.program());
        set(application, "studio", source.title());
        set(application, "organisation", source.organisation());
        set(application, "submitted", source.submittedOn().map(Object::toString).orElse(""));
        for (PrintSource.Section section : source.sections()) {
            Element part = child(application, "section");
            set(part, "id", section.id());
            set(part, "title", section.title());
            for (PrintSource.Item item : section.items()) {
                if (item instanceof PrintSource.Answer answer) {
                    write(part, answer);
                } else if (item instanceof PrintSource.Table table) {
                    write(part, table);
                }
            }
        }
        for (PrintSource.Opinion opinion : source.opinions()) {
            Element box = child(application, "opinion");
            set(box, "box", opinion.box());
            set(box, "by", opinion.by());
            set(box, "signed", opinion.signedOn().map(Object::toString).orElse(""));
            paragraphs(box, opinion.text());
        }
        name(application, printable.missing());
    }

    private void write(Element part, PrintSource.Answer answer) {
        Element field = child(part, "field");
        set(field, "id", answer.id());
        set(field, "type", answer.type());
        set(field, "label", answer.label());
        words(field, "value", answer.value());
        words(field, "text", answer.text());
        if (answer.type().equals("longtext")) {
            paragraphs(field, answer.text());
        }
        for (PrintSource.Choice choice : answer.choices()) {
            Element option = child(field, "option");
            set(option, "value", choice.value());
            set(option, "label", choice.label());
            set(option, "chosen", Boolean.toString(choice.chosen()));
        }
    }

    private void write(Element part, PrintSource.Table table) {
        Element element = child(part, "table");
        set(element, "id", table.id());
        set(element, "label", table.label());
        for (PrintSource.Column column : table.columns()) {
            Element head = child(element, "column");
            set(head, "id", column.id());
            set(head, "label", column.label());
        }
        for (PrintSource.Row row : table.rows()) {
            Element line = child(element, "row");
            set(line, "id", row.id());
            for (PrintSource.Cell cell : row.cells()) {
                set(words(line, "cell", cell.text()), "field", cell.column());
            }
        }
    }

    private void paragraphs(Element parent, String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> words(parent, "paragraph", line.strip()));
    }

    private void name(Element application, SortedSet<Integer> missing) {
        missing.forEach(c -> child(application, "missing").setAttribute("code", String.format("U+%04X", c)));
    }

    private void set(Element element, String name, String words) {
        element.setAttribute(name, printable.of(words));
    }

    private Element words(Element parent, String name, String words) {
        Element element = child(parent, name);
        element.setTextContent(printable.of(words));
        return element;
    }

    private Element child(Element parent, String name) {
        Element element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }
}
