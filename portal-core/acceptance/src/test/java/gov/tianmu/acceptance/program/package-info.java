/** Programs' own pages on a running portal: the shipped one, and those of a module that gives trouble. */
package gov.tianmu.acceptance.program;
