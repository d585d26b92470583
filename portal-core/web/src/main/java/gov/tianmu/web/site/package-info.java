/** The public pages: home, notices, rosters, publicities, help. No session, no view state. */
package gov.tianmu.web.site;
