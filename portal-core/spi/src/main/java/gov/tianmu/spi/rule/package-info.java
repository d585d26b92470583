/** The services a program module may offer where a table cannot say it. They return findings; the core decides. */
@Version("1.0.0")
package gov.tianmu.spi.rule;

import org.osgi.annotation.versioning.Version;
