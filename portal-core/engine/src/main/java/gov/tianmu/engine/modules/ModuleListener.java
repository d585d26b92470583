package gov.tianmu.engine.modules;

/**
 * Is told what starts and stops, after it can be seen. When a listener throws, it is told the same again at the next
 * look into the folder, in order, until it takes it: what follows from a module's coming and going must not get lost.
 */
interface ModuleListener {

    /** One of {@link ProgramStarted}, {@link ProgramStopped}, {@link NoticeStarted}, {@link NoticeStopped}. */
    void on(Record event);
}
