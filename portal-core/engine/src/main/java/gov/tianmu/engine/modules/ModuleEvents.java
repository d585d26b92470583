package gov.tianmu.engine.modules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Passes what starts and stops on to the rest of the engine, as CDI events. */
@ApplicationScoped
class ModuleEvents implements ModuleListener {

    @Inject
    private Event<ProgramStarted> programStarted;

    @Inject
    private Event<ProgramStopped> programStopped;

    @Inject
    private Event<NoticeStarted> noticeStarted;

    @Inject
    private Event<NoticeStopped> noticeStopped;

    @Override
    public void on(Record event) {
        if (event instanceof ProgramStarted started) {
            programStarted.fire(started);
        } else if (event instanceof ProgramStopped stopped) {
            programStopped.fire(stopped);
        } else if (event instanceof NoticeStarted started) {
            noticeStarted.fire(started);
        } else if (event instanceof NoticeStopped stopped) {
            noticeStopped.fire(stopped);
        } else {
            throw new IllegalArgumentException("no event of a module: " + event);
        }
    }
}
