package gov.tianmu.engine.modules.definition;

import gov.tianmu.spi.definition.Text;
import java.util.Objects;

/**
 * What is wrong in a module's definition, and where, for whoever writes it.
 *
 * @param resource the file in the module
 * @param line counting from 1; 0 when the whole file is meant
 * @param column counting from 1; 0 when the whole line is meant
 * @param message what is wrong
 */
public record DefinitionError(String resource, int line, int column, Text message) {

    public DefinitionError {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(message, "message");
        line = Math.max(0, line);
        column = Math.max(0, column);
    }

    static DefinitionError ofFile(String resource, Text message) {
        return new DefinitionError(resource, 0, 0, message);
    }

    /** As one line for the screen, e.g. {@code program.xml 第12行第5列：…}. */
    public Text inWords() {
        if (line == 0) {
            return new Text(resource + "：" + message.zh(), resource + ": " + english());
        }
        return new Text(
                "%s 第%d行第%d列：%s".formatted(resource, line, column, message.zh()),
                "%s line %d, column %d: %s".formatted(resource, line, column, english()));
    }

    /** As compilers print it, for the log: {@code program.xml:12:5: …}. */
    @Override
    public String toString() {
        return resource + ":" + line + ":" + column + ": " + english();
    }

    private String english() {
        return message.en().isEmpty() ? message.zh() : message.en();
    }
}
