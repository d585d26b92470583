package gov.tianmu.engine.modules;

/** A notice's module stopped. Not fired when a newer version takes its place, nor when the portal shuts down. */
public record NoticeStopped(FrozenNotice notice) {}
