package gov.tianmu.engine.modules;

/**
 * How the module runtime is, for the readiness check.
 *
 * @param active whether the framework runs and the folder is watched
 * @param running how many modules are active
 * @param waiting how many wait for something
 * @param refused how many files were not accepted
 */
public record RuntimeHealth(boolean active, int running, int waiting, int refused) {}
