package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.NoticeDefinition;
import java.util.Objects;

/**
 * A notice as it was frozen when its module started.
 *
 * @param hash SHA-256 over the notice's parts, 64 lower case hexadecimal digits
 * @param definition what the module defined
 */
public record FrozenNotice(String hash, NoticeDefinition definition) {

    public FrozenNotice {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(definition, "definition");
    }

    /** Short, for logs: a whole definition is long. */
    @Override
    public String toString() {
        return definition.id() + " " + definition.version() + " (" + hash + ")";
    }
}
