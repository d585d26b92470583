/** The content of a form, as a module's rules see it. */
@Version("1.0.0")
package gov.tianmu.spi.answers;

import org.osgi.annotation.versioning.Version;
