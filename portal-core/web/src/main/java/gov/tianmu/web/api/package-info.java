/** The REST interface, documented at {@code /openapi}: the same use cases as the pages, for programs. */
package gov.tianmu.web.api;
