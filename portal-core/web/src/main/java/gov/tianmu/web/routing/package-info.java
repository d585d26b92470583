/** The portal's addresses and the pages behind them. */
package gov.tianmu.web.routing;
