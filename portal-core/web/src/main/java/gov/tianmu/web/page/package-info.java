/** What all pages share below their content: theme files, caching of public pages, fault pages, paging. */
package gov.tianmu.web.page;
