package gov.tianmu.engine.modules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells a listener what came and went, in order, and again what it could not take. Used by one thread at a time. */
final class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class.getName());

    private final ModuleListener listener;
    private final Deque<Record> untold = new ArrayDeque<>();
    private boolean failing;

    Announcements(ModuleListener listener) {
        this.listener = listener;
    }

    /** Notes the difference between two moments. Programs come before the notices that need them and go after them. */
    void note(LiveModules before, LiveModules after) {
        before.notices().forEach((id, notice) -> {
            if (!after.notices().containsKey(id)) {
                untold.add(new NoticeStopped(notice));
            }
        });
        before.programs().forEach((id, program) -> {
            if (!after.programs().containsKey(id)) {
                untold.add(new ProgramStopped(program));
            }
        });
        after.programs().forEach((id, program) -> {
            if (!hash(before.programs().get(id)).equals(Optional.of(program.hash()))) {
                untold.add(new ProgramStarted(program));
            }
        });
        after.notices().forEach((id, notice) -> {
            if (!hash(before.notices().get(id)).equals(Optional.of(notice.hash()))) {
                untold.add(new NoticeStarted(notice));
            }
        });
    }

    private static Optional<String> hash(FrozenProgram program) {
        return Optional.ofNullable(program).map(FrozenProgram::hash);
    }

    private static Optional<String> hash(FrozenNotice notice) {
        return Optional.ofNullable(notice).map(FrozenNotice::hash);
    }

    /** Tells what was noted, and what was not taken before. */
    void tell() {
        while (!untold.isEmpty()) {
            try {
                listener.on(untold.peek());
            } catch (RuntimeException notTaken) {
                // Said once, not five times a second until it works again.
                if (!failing) {
                    LOG.log(Level.SEVERE, notTaken, () -> "not taken, will be told again: " + untold.peek());
                }
                failing = true;
                return;
            }
            failing = false;
            untold.remove();
        }
    }
}
