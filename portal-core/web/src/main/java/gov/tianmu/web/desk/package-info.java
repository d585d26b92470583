/**
 * The officer's pages (办理端): the desk with its queue over all programs, a case with its documents and corrections,
 * the lists for publicity, rosters, messages. They show what the engine's use cases answer and pass on what a person
 * decides; who may do what is for the use cases to say.
 */
package gov.tianmu.web.desk;
