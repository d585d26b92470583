package gov.tianmu.engine.modules;

/** A program's module started, or was replaced by a version with another definition. Fired once that can be seen. */
public record ProgramStarted(FrozenProgram program) {}
