/**
 * Whether a module may be believed, and how the portal signs its own. Knows jars and certificates, and nothing of what a
 * module defines.
 */
package gov.tianmu.engine.modules.trust;
