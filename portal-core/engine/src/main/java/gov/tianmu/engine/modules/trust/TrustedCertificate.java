package gov.tianmu.engine.modules.trust;

import java.time.Instant;

/**
 * One of the bureau's certificates in the trust file, for the console.
 *
 * @param name whose it is
 * @param fingerprint SHA-256 as keytool prints it
 * @param validUntil its last moment; modules that it vouches for do not start after it
 */
public record TrustedCertificate(String name, String fingerprint, Instant validUntil) {}
