package gov.tianmu.spi.definition;

import java.util.Optional;

/**
 * Which fields a resident identity number must agree with, since the number holds birth date and sex (GB 11643).
 *
 * @param birthField a date or month field in the same section or row
 * @param sexField a choice of {@code male} and {@code female}
 */
public record IdentityAgreement(Optional<String> birthField, Optional<String> sexField) {}
