/**
 * The administrators' pages (管理端): the system and its clock; the modules, uploads and their reports, and what happened
 * to them.
 */
package gov.tianmu.web.admin;
