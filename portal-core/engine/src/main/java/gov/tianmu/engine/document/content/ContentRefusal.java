package gov.tianmu.engine.document.content;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Why an upload is not kept, each with its message's arguments in order. */
public final class ContentRefusal {

    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1024 * 1024);

    private ContentRefusal() {}

    /** The file has no content. */
    public static Refusal empty() {
        return Refusal.of(Kind.INVALID, "document.empty");
    }

    /** The file is over the limit; {0} is the limit in MB. */
    public static Refusal tooLarge(long maxBytes) {
        BigDecimal limit = BigDecimal.valueOf(maxBytes).divide(MEBIBYTE, 1, RoundingMode.DOWN);
        return Refusal.of(Kind.TOO_LARGE, "document.too-large", limit.stripTrailingZeros().toPlainString());
    }

    /** The type is not accepted here; {0} is the media type found, {1} the accepted groups: {@code pdf, jpeg}. */
    public static Refusal typeNotAllowed(String mediaType, ContentLimits limits) {
        String accepted = String.join(
                ", ", limits.groups().stream().sorted().map(ContentGroup::id).toList());
        return Refusal.of(Kind.UNSUPPORTED_TYPE, "document.type-not-allowed", mediaType, accepted);
    }

    /** The file is a program or a script, whatever it is called. */
    public static Refusal executable() {
        return Refusal.of(Kind.UNSUPPORTED_TYPE, "document.executable");
    }

    /** The name says another type than the content; {0} is the name's extension, {1} the one that fits the content. */
    public static Refusal misnamed(String extension, ContentType real) {
        return Refusal.of(Kind.UNSUPPORTED_TYPE, "document.misnamed", extension, real.usualExtension());
    }

    /** The upload ended before the file did. */
    public static Refusal cutOff() {
        return Refusal.of(Kind.MALFORMED, "document.cut-off");
    }

    /** An office file whose inside cannot be read: damaged, or cut short before it was uploaded. */
    public static Refusal damaged() {
        return Refusal.of(Kind.INVALID, "document.damaged");
    }

    /** An office file that opens with a password only. */
    public static Refusal passwordProtected() {
        return Refusal.of(Kind.INVALID, "document.password-protected");
    }
}
