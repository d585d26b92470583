/** The experts' pages (评审端). No program that runs assigns anything to them yet; the landing page says so. */
package gov.tianmu.web.panel;
