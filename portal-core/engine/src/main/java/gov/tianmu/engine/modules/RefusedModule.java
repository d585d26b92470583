package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.definition.DefinitionError;
import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file in the modules folder is not acceptable. Says why, for the console; the old version, if any, goes on. */
final class RefusedModule extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;
    private final transient List<DefinitionError> errors;
    private final transient Optional<SignatureFinding> signature;
    private final boolean incomplete;

    RefusedModule(String zh, String en) {
        this(new Text(zh, en));
    }

    RefusedModule(Text reason) {
        this(reason, List.of(), Optional.empty(), false);
    }

    private RefusedModule(
            Text reason, List<DefinitionError> errors, Optional<SignatureFinding> signature, boolean incomplete) {
        super(reason.en());
        this.reason = reason;
        this.errors = errors;
        this.signature = signature;
        this.incomplete = incomplete;
    }

    /** For a file that is no whole jar: it never was one, or it is still being copied. */
    static RefusedModule incomplete(String zh, String en) {
        return new RefusedModule(new Text(zh, en), List.of(), Optional.empty(), true);
    }

    /** For a jar whose signature does not let it start. */
    static RefusedModule because(SignatureFinding signature) {
        return new RefusedModule(signature.words(), List.of(), Optional.of(signature), false);
    }

    /** For a definition that cannot be read: every error with its line and column. */
    static RefusedModule because(List<DefinitionError> errors) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (DefinitionError error : errors) {
            zh.append(zh.isEmpty() ? "" : "\n").append(error.inWords().zh());
            en.append(en.isEmpty() ? "" : "\n").append(error.inWords().en());
        }
        return new RefusedModule(new Text(zh.toString(), en.toString()), List.copyOf(errors), Optional.empty(), false);
    }

    /** For a file that cannot be read for now; it is tried again. */
    static RefusedModule unreadable(IOException why) {
        // Its message is hardly more than the path.
        String kind = why.getClass().getSimpleName();
        return new RefusedModule(
                "文件暂时无法读取，稍后自动重试：" + kind,
                "the file cannot be read for now; it is tried again: " + kind);
    }

    Text reason() {
        return reason;
    }

    /** What is wrong in the definition, when that is the reason. */
    List<DefinitionError> errors() {
        return errors;
    }

    /** What was found of its signature, when that is the reason. */
    Optional<SignatureFinding> signature() {
        return signature;
    }

    /** Whether the rest of the file may still be on its way. */
    boolean isIncomplete() {
        return incomplete;
    }
}
