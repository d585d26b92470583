package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.compare.Migration;
import java.util.List;
import java.util.Optional;

/** The programs (事项): those whose module runs now, and every one that was ever frozen. */
public interface Programs {

    /** The program as its running module defines it; empty when no module brings it at the moment. */
    Optional<FrozenProgram> live(String programId);

    /** All programs whose module runs, ordered by id. */
    List<FrozenProgram> live();

    /**
     * The program as it is or was last: the live one, else the one frozen latest. For what stays readable when a module
     * is gone, as a roster's title; never for what begins anew.
     */
    Optional<FrozenProgram> known(String programId);

    /**
     * The definition under a hash, also when its module is long gone. Cheap: definitions are kept in memory once read.
     *
     * @throws java.util.NoSuchElementException when nothing was ever frozen under it
     */
    FrozenProgram frozen(String hash);

    /**
     * What the definition under a hash declares about cases that stand on versions before it; empty when it declares
     * nothing. Cheap, as {@link #frozen}.
     *
     * @throws java.util.NoSuchElementException when nothing was ever frozen under it
     */
    Optional<Migration> migration(String hash);

    /**
     * A file frozen with a program's definition, e.g. {@code print/form.xsl}; empty when it brought none of the name.
     *
     * @throws java.util.NoSuchElementException when nothing was ever frozen under the hash
     */
    Optional<byte[]> part(String hash, String name);
}
