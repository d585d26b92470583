/**
 * Encryption at rest: what people entrust to the portal is never on a disk or in a database in the clear. The
 * cryptography is Google Tink's; see ADR 0003.
 */
package gov.tianmu.engine.sealing;
