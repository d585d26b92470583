/**
 * The last step: a program's own pages, opened for those they are for and filled with what is theirs to see of the steps
 * before.
 */
package gov.tianmu.engine.programpage;
