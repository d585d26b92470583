package gov.tianmu.engine.modules.definition;

import java.util.Collection;
import java.util.Optional;

/** The files of a module that its definition may name, read whole and within limits when the module was opened. */
public interface ModuleContent {

    /** The file's bytes, if there is one of the name. */
    Optional<byte[]> part(String name);

    /** The names of all files. */
    Collection<String> names();
}
