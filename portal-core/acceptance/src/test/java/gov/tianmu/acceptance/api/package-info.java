/** The API over HTTP: the whole walk by a client that knows nothing but what the API tells, and what bad input gets. */
package gov.tianmu.acceptance.api;
