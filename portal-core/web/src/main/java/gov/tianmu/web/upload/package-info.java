/** Files that come with a form, read as they come: what pages and the API share of taking them. */
package gov.tianmu.web.upload;
