/**
 * What a module defines: a program's form, documents, stages, scores and result; a notice's text, calls and lists.
 * Immutable records, read from {@code program.xml} and {@code notice.xml} and frozen when the module starts.
 */
@Version("1.0.0")
package gov.tianmu.spi.definition;

import org.osgi.annotation.versioning.Version;
