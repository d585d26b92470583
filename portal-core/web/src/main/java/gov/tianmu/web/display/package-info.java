/** How the portal is shown to one person: language, type size, contrast, dates and sentences in that language. */
package gov.tianmu.web.display;
