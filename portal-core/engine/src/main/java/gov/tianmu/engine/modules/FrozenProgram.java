package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.ProgramDefinition;
import java.util.Objects;

/**
 * A program's definition as it was frozen when its module started. Cases keep the hash, and find the definition they
 * began with by it for life, whatever became of the module.
 *
 * @param hash SHA-256 over the definition's parts, 64 lower case hexadecimal digits
 * @param definition what the module defined
 */
public record FrozenProgram(String hash, ProgramDefinition definition) {

    public FrozenProgram {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(definition, "definition");
    }

    /** Short, for logs: a whole definition is long. */
    @Override
    public String toString() {
        return definition.id() + " " + definition.version() + " (" + hash + ")";
    }
}
