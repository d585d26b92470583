package gov.tianmu.engine.modules;

/** A program's module stopped. Not fired when a newer version takes its place, nor when the portal shuts down. */
public record ProgramStopped(FrozenProgram program) {}
