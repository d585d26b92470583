package gov.tianmu.engine.modules;

/** A notice's module started, or was replaced by a version with another content. Fired once that can be seen. */
public record NoticeStarted(FrozenNotice notice) {}
