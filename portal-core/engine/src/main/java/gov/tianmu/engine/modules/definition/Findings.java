package gov.tianmu.engine.modules.definition;

import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one definition file, at the element it stands on. */
final class Findings {

    private final String resource;
    private final List<DefinitionError> errors = new ArrayList<>();

    Findings(String resource) {
        this.resource = resource;
    }

    void add(XmlElement where, String zh, String en) {
        errors.add(new DefinitionError(resource, where.line(), where.column(), new Text(zh, en)));
    }

    void addAll(List<DefinitionError> more) {
        errors.addAll(more);
    }

    List<DefinitionError> errors() {
        return List.copyOf(errors);
    }
}
