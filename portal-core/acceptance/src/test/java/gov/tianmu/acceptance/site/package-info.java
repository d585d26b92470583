/** The public pages, asked for over HTTP as a visitor's browser does. */
package gov.tianmu.acceptance.site;
