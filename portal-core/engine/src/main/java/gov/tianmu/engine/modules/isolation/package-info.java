/**
 * Keeps a module's faults to the module: time limits, bounded threads and places, and breakers that stop calling what
 * keeps failing. What a module throws is told by its class and its place in the code, never by its message, which may
 * hold answers.
 */
package gov.tianmu.engine.modules.isolation;
