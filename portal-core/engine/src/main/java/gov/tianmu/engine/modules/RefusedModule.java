package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.Text;
import java.util.List;

/** A file in the modules folder is not acceptable. Says why, for the console; the old version, if any, goes on. */
final class RefusedModule extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    RefusedModule(String zh, String en) {
        this(new Text(zh, en));
    }

    RefusedModule(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    /** For a definition that cannot be read: every error with its line and column. */
    static RefusedModule because(List<DefinitionError> errors) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (DefinitionError error : errors) {
            zh.append(zh.isEmpty() ? "" : "\n").append(error.inWords().zh());
            en.append(en.isEmpty() ? "" : "\n").append(error.inWords().en());
        }
        return new RefusedModule(new Text(zh.toString(), en.toString()));
    }

    Text reason() {
        return reason;
    }
}
