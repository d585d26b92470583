package gov.tianmu.web.admin;

import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleState;
import gov.tianmu.spi.definition.Text;
import java.util.Locale;

/** A module in the console. */
public record ModuleShown(ModuleRow row) {

    /** The shape of its tag. */
    public String tag() {
        return switch (row.state()) {
            case ACTIVE -> "ok";
            case WAITING -> "wait";
            case REFUSED -> "back";
            case STOPPED -> "off";
        };
    }

    public String stateKey() {
        return "admin.modules.state." + row.state().code();
    }

    /** What it is called: by its definition, else by its own name. */
    public Text title() {
        return row.title().orElseGet(() -> Text.of(row.name()));
    }

    /** The key of what it brings. */
    public String kindKey() {
        return "admin.modules.kind."
                + row.kind().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("unknown");
    }

    /** Refused, waiting, or running while a newer file was refused. */
    public boolean troubled() {
        return row.state() == ModuleState.REFUSED || !row.reason().isEmpty() && row.state() != ModuleState.STOPPED;
    }

    boolean isCalled(String words) {
        return words.isEmpty()
                || row.name().toLowerCase(Locale.ROOT).contains(words)
                || row.file().toLowerCase(Locale.ROOT).contains(words)
                || title().zh().toLowerCase(Locale.ROOT).contains(words)
                || title().en().toLowerCase(Locale.ROOT).contains(words);
    }
}
