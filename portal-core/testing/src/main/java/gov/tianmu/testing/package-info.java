/** What the tests of several parts share; the JDK is all it needs. */
package gov.tianmu.testing;
