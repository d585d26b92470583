/** What stands outside the server: prepares it and tells what it runs. */
package gov.tianmu.acceptance.container.server;
