package gov.tianmu.engine.modules.trust;

import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the examination of a module's signature came to.
 *
 * @param standing the result in a word
 * @param signer who signed, as the certificate calls them; empty when nobody did or when that cannot be relied on
 * @param fingerprint SHA-256 of the signer's certificate as keytool prints it; empty like the signer
 * @param validUntil until when the certificate, or the one above it that ends sooner, is valid
 * @param words for the operator: what is wrong, and what to do about it
 */
public record SignatureFinding(
        Standing standing, String signer, String fingerprint, Optional<Instant> validUntil, Text words) {

    /** What a signature can be found to be. Only the first two let a module start. */
    public enum Standing {
        /** Everything in the jar is signed by one signer whom the bureau's certificates vouch for. */
        TRUSTED,
        /** As {@link #UNSIGNED}, on a portal whose development setting lets such modules start. */
        UNSIGNED_ALLOWED,
        /** There is no signature, or only one of algorithms or keys that are too weak to count. */
        UNSIGNED,
        /** Something was changed after signing, or the archive is made to show different content to different readers. */
        ALTERED,
        /** There is something in the jar that the signature does not cover. */
        EXTENDED,
        /** Something that was signed is no longer there. */
        INCOMPLETE,
        /** The signature holds, but the bureau's certificates do not vouch for who made it. */
        UNKNOWN_SIGNER,
        /** The signature holds, but its certificate is not valid today. */
        EXPIRED
    }

    public SignatureFinding {
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(words, "words");
    }

    static SignatureFinding ofNobody(Standing standing, Text words) {
        return new SignatureFinding(standing, "", "", Optional.empty(), words);
    }

    public boolean mayStart() {
        return standing == Standing.TRUSTED || standing == Standing.UNSIGNED_ALLOWED;
    }
}
