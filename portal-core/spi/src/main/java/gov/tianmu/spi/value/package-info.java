/**
 * Small value types that hold only what the law or a standard allows. Each is made through {@code parse} (a value or
 * nothing), explained through {@code check} (why it was refused, as a {@link gov.tianmu.spi.value.Malformed}), and
 * built from text known to be good through its constructor, which throws on anything else.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package gov.tianmu.spi.value;
