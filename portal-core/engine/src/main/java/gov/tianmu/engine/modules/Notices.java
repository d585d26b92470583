package gov.tianmu.engine.modules;

import java.util.List;
import java.util.Optional;

/** The notices (通知): those whose module runs now, and every one that was ever frozen. */
public interface Notices {

    /** The notice as its running module defines it; empty when no module brings it, or it waits for its program. */
    Optional<FrozenNotice> live(String noticeId);

    /** All notices whose module runs, ordered by id. */
    List<FrozenNotice> live();

    /**
     * The notice as it is or was last: the live one, else the one frozen latest. For what is made after an earlier one.
     */
    Optional<FrozenNotice> known(String noticeId);

    /** The version of a notice that was frozen last, whether it runs or not. */
    Optional<String> latestVersion(String noticeId);

    /** The symbolic name of the module that brings the notice, running or waiting; empty when none does. */
    Optional<String> module(String noticeId);

    /**
     * The definition under a hash, also when its module is long gone.
     *
     * @throws java.util.NoSuchElementException when nothing was ever frozen under it
     */
    FrozenNotice frozen(String hash);

    /**
     * A file frozen with a notice's definition, e.g. {@code text/notice.xhtml}; empty when it brought none of the name.
     *
     * @throws java.util.NoSuchElementException when nothing was ever frozen under the hash
     */
    Optional<byte[]> part(String hash, String name);
}
