/**
 * What a program's own pages (Facelets in the module's {@code pages} folder) are filled with. A module returns plain
 * data; the portal decides who sees which page, and draws it in a frame of its own.
 */
@Version("1.0.0")
package gov.tianmu.spi.page;

import org.osgi.annotation.versioning.Version;
