package gov.tianmu.spi.definition;

import java.util.Locale;
import java.util.Optional;

/** What kind of answer a field takes, and how the answer is written in JSON. */
public enum FieldType {
    /** One line. JSON string. */
    TEXT,
    /** Several lines. JSON string. */
    LONGTEXT,
    /** One of the options. JSON string: the option's value. */
    CHOICE,
    /** Any of the options. JSON array of option values. */
    MULTICHOICE,
    /** JSON true or false. */
    YESNO,
    /** JSON string, ISO 8601: 2023-05-08. */
    DATE,
    /** JSON string, ISO 8601: 2023-05. */
    MONTH,
    /** JSON number. */
    NUMBER,
    /** Yuan. JSON number with at most two decimals. */
    MONEY,
    /** Unified social credit code (GB 32100). JSON string. */
    USCC,
    /** Resident identity number (GB 11643). JSON string. Personal. */
    RESIDENT_ID,
    /** Telephone, fixed or with extension. JSON string. */
    PHONE,
    /** Mobile telephone of the mainland. JSON string. Personal. */
    MOBILE,
    /** JSON string. */
    EMAIL,
    /** Six digits. JSON string. */
    POSTCODE,
    /** Rows of the columns. JSON array of objects, each with an {@code id} that stays with the row. */
    TABLE;

    /** The name in {@code program.xml} and in the API, e.g. {@code resident-id}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FieldType> ofCode(String code) {
        for (FieldType type : values()) {
            if (type.code().equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
