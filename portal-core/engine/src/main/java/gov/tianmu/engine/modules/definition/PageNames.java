package gov.tianmu.engine.modules.definition;

import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names at the beginning of a page's expressions. A module's page speaks of {@code m}, of its composite component's
 * {@code cc}, and of variables that its own files declare; beans of the portal are none of its business and change without
 * notice.
 */
final class PageNames {

    private static final Set<String> GIVEN = Set.of("m", "cc", "component");
    private static final Set<String> WORDS_OF_THE_LANGUAGE = Set.of(
            "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "true", "false", "null",
            "instanceof");
    private static final Set<String> DECLARING = Set.of("var", "varStatus");
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)\\}");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");
    /** Not a property (behind a dot), not the name or the prefix of a function ({@code t:date(}). */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.:$])[A-Za-z_$][\\w$]*+(?!:[A-Za-z_]\\w*\\()(?!\\s*->)");
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_$][\\w$]*)\\s*->");

    private final String file;
    private final Set<String> declared;
    private final List<DefinitionError> errors = new ArrayList<>();

    PageNames(String file, Set<String> declared) {
        this.file = file;
        this.declared = declared;
    }

    /** The variables that some of the files declare: loops, {@code ui:param}, {@code c:set}. */
    static Set<String> declaredIn(Collection<XmlElement> files) {
        Set<String> names = new HashSet<>();
        files.forEach(file -> collect(file, names));
        return names;
    }

    private static void collect(XmlElement element, Set<String> names) {
        element.attributes().forEach((attribute, value) -> {
            if (DECLARING.contains(attribute) || attribute.equals("name") && element.name().equals("param")) {
                names.add(value);
            }
        });
        element.children().forEach(child -> collect(child, names));
    }

    List<DefinitionError> errors(XmlElement root) {
        check(root);
        return errors;
    }

    private void check(XmlElement element) {
        element.attributes().values().forEach(value -> check(element, value));
        check(element, element.words());
        element.children().forEach(this::check);
    }

    private void check(XmlElement element, String words) {
        Matcher expressions = EXPRESSION.matcher(words);
        while (expressions.find()) {
            String expression = LITERAL.matcher(expressions.group(1)).replaceAll(" ");
            Set<String> parameters = new HashSet<>();
            PARAMETER.matcher(expression).results().forEach(found -> parameters.add(found.group(1)));
            NAME.matcher(expression)
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !GIVEN.contains(name) && !WORDS_OF_THE_LANGUAGE.contains(name))
                    .filter(name -> !declared.contains(name) && !parameters.contains(name))
                    .forEach(name -> errors.add(new DefinitionError(
                            file,
                            element.line(),
                            element.column(),
                            new Text(
                                    "页面里没有 " + name + "：可用 m、cc 和本页声明的变量",
                                    "a page has no name " + name + ": it may use m, cc and variables it declares"))));
        }
    }
}
