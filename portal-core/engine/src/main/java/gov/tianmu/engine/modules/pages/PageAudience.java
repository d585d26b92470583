package gov.tianmu.engine.modules.pages;

import java.util.Locale;
import java.util.stream.Stream;

/** For whom a contributed page is: in whose menu it stands, and who may see it. */
public enum PageAudience {
    /** Everybody, signed in or not. */
    PUBLIC,
    /** Applicants, each for their own organisation. */
    APPLICANT,
    /** The bureau's officers and the leader in charge. */
    OFFICER,
    /** Experts. */
    EXPERT,
    /** Administrators. */
    ADMIN;

    /** The name in {@code program.xml}: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a code the schema does not know */
    public static PageAudience ofCode(String code) {
        return Stream.of(values())
                .filter(audience -> audience.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no audience: " + code));
    }
}
