/**
 * Reads what a module defines: {@code program.xml} and {@code notice.xml} by their schemas, the checks that a schema cannot
 * say, and the mapping to the SPI's records. Knows files by name and nothing of jars, bundles or the database.
 */
package gov.tianmu.engine.modules.definition;
