/** The portal's pages as the walk's tests use them: what a person does there, in a person's words. */
package gov.tianmu.acceptance.walk.pages;
