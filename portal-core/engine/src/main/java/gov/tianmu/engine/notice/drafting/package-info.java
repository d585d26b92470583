/**
 * Notices made at the desk: a draft begun from an earlier notice, written as plain text and plain fields, approved by a
 * second person, and then a signed module that goes live by the same road as any other.
 */
package gov.tianmu.engine.notice.drafting;
