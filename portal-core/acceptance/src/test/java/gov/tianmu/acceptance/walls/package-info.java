/** The walls of the house, held up by ArchUnit over the compiled classes of every part. */
package gov.tianmu.acceptance.walls;
