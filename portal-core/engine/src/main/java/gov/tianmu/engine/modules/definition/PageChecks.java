package gov.tianmu.engine.modules.definition;

import gov.tianmu.spi.definition.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a schema cannot say about the pages of a program: that the files are there, are well-formed, and keep to what a
 * module's page may use. The last is a help for their authors and no lock: a module is trusted code.
 */
final class PageChecks {

    private static final String PAGES = "pages/";
    private static final String COMPONENTS = "components/";

    private final String resource;
    private final XmlElement program;
    private final ModuleContent content;
    private final DefinitionXml anyForm;
    private final List<DefinitionError> errors = new ArrayList<>();

    PageChecks(String resource, XmlElement program, ModuleContent content, DefinitionXml anyForm) {
        this.resource = resource;
        this.program = program;
        this.content = content;
        this.anyForm = anyForm;
    }

    List<DefinitionError> errors() {
        program.child("pages").ifPresent(pages -> pages.children("page").forEach(this::checkView));
        TreeMap<String, XmlElement> views = new TreeMap<>();
        content.names().stream()
                .filter(name -> name.startsWith(PAGES) || name.startsWith(COMPONENTS))
                .sorted()
                .forEach(name -> {
                    if (name.endsWith(".xhtml")) {
                        parse(name, views);
                    } else if (name.endsWith(".properties")) {
                        checkWords(name);
                    }
                });
        Set<String> names = PageNames.declaredIn(views.values());
        views.forEach((name, root) -> errors.addAll(new PageNames(name, names).errors(root)));
        return List.copyOf(errors);
    }

    private void checkView(XmlElement page) {
        String view = page.get("view");
        if (!content.names().contains(view)) {
            add(resource, page, "模块里没有页面文件 " + view, "the module has no file " + view);
        }
    }

    private void parse(String name, TreeMap<String, XmlElement> views) {
        DefinitionXml.Parsed parsed = anyForm.parse(name, content.part(name).orElse(new byte[0]));
        errors.addAll(parsed.errors());
        parsed.root().ifPresent(root -> {
            checkScripts(name, root);
            views.put(name, root);
        });
    }

    /** PrimeFaces brings its own scripts with a nonce; a browser would refuse one that stands in a module's page. */
    private void checkScripts(String name, XmlElement element) {
        if (element.name().equals("script") || element.name().equals("outputScript")) {
            add(name, element, "模块的页面不能带脚本", "a module's page carries no script");
        }
        element.children().forEach(child -> checkScripts(name, child));
    }

    private void checkWords(String name) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content.part(name).orElse(new byte[0])));
        } catch (CharacterCodingException notUtf8) {
            errors.add(DefinitionError.ofFile(name, new Text("不是 UTF-8 编码", "the file is not UTF-8")));
        }
    }

    private void add(String file, XmlElement where, String zh, String en) {
        errors.add(new DefinitionError(file, where.line(), where.column(), new Text(zh, en)));
    }
}
