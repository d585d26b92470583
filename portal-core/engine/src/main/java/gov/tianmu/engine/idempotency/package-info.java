/** Repeating a request with the same key does it once: the answer is kept with what was done and given again. */
package gov.tianmu.engine.idempotency;
