/** Modules come, change and go while a whole portal serves. */
package gov.tianmu.acceptance.modules;
