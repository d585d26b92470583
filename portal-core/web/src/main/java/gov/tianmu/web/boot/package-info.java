/** How the portal comes up and goes down: database, clock, modules, mail, in this order and back. */
package gov.tianmu.web.boot;
