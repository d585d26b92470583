/** What the engine answers in codes, said in the reader's language: one place for pages and the API. */
package gov.tianmu.web.words;
