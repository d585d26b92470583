/**
 * What an administrator does with modules: proposes an uploaded jar, sees what a dry run finds of it, applies or
 * discards it; starts, stops, rolls back and removes what there is. Each use case tells the audit trail beside the
 * modules' own history. The runtime acts; here it is asked, and what is shown is put together.
 */
package gov.tianmu.engine.modules.console;
