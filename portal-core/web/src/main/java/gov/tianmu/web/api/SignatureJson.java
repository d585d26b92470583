package gov.tianmu.web.api;

import gov.tianmu.engine.modules.trust.SignatureFinding;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a module's signature was found to be. */
@Schema(name = "Signature")
public record SignatureJson(
        @Schema(
                        enumeration = {
                            "trusted", "unsigned-allowed", "unsigned", "altered", "extended", "incomplete",
                            "unknown-signer", "expired"
                        })
                String standing,
        String signer,
        @Schema(description = "SHA-256 of the signer's certificate") String fingerprint,
        OffsetDateTime validUntil,
        String words) {

    static SignatureJson of(SignatureFinding finding, Locale locale) {
        return new SignatureJson(
                finding.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                finding.signer().isEmpty() ? null : finding.signer(),
                finding.fingerprint().isEmpty() ? null : finding.fingerprint(),
                finding.validUntil().map(CallJson::time).orElse(null),
                finding.words().in(locale));
    }
}
