/**
 * The applicant's pages below {@code /my}: the cases of an organisation, the form of a case as its program defines it,
 * the check before handing in, the receipt, the inbox. Nothing here knows a field by name.
 */
package gov.tianmu.web.applicant;
