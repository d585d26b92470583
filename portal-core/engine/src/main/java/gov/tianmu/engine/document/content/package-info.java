/**
 * The content of documents: bytes with a size, a hash and a type found by looking, kept sealed. Whose they are and what
 * they prove is known elsewhere.
 */
package gov.tianmu.engine.document.content;
