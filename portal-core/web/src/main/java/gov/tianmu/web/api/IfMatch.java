package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version an edit was made on, as {@code If-Match} names it: the ETag of a case is its version in quotes. */
final class IfMatch {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private IfMatch() {}

    /** Absent or {@code *}: whatever version there is. */
    static OptionalLong of(String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.if-match"));
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }

    /** For edits that must not be made blindly: there has to be one (428). */
    static OptionalLong needed(String header) {
        if (header == null || header.isBlank()) {
            throw RequestRefusedException.ifMatchMissing();
        }
        return of(header);
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }
}
