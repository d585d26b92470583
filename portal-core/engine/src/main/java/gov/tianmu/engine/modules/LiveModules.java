package gov.tianmu.engine.modules;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What runs at one moment. Replaced as a whole, so that nobody ever sees half a change. */
record LiveModules(SortedMap<String, FrozenProgram> programs, SortedMap<String, FrozenNotice> notices) {

    static final LiveModules NONE = new LiveModules(new TreeMap<>(), new TreeMap<>());

    LiveModules {
        programs = Collections.unmodifiableSortedMap(programs);
        notices = Collections.unmodifiableSortedMap(notices);
    }

    static LiveModules of(Map<String, FrozenProgram> programs, Map<String, FrozenNotice> notices) {
        return new LiveModules(new TreeMap<>(programs), new TreeMap<>(notices));
    }
}
