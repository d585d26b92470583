package gov.tianmu.engine.sealing;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals small values, such as a case's answers, for the database: AES-256-GCM with a random 96-bit nonce, the key's id
 * in front (Tink's wire format, 33 bytes longer than the plain value).
 *
 * <p>Each value is bound to its place ({@code answers:LA-2023-0001}): sealed bytes copied to another row do not open
 * there.
 */
@ApplicationScoped
public class SealedText {

    private final MasterKeys keys;

    @Inject
    public SealedText(MasterKeys keys) {
        this.keys = keys;
    }

    /** For the container's proxy only. */
    protected SealedText() {
        this(null);
    }

    /** Seals {@code plain} for one place. The same value seals to other bytes each time. */
    public byte[] seal(byte[] plain, String place) {
        try {
            return keys.values().encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal a value", e);
        }
    }

    public byte[] seal(String plain, String place) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), place);
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws BrokenSealException when it was altered or sealed for another place, or its key is gone
     */
    public byte[] open(byte[] sealed, String place) {
        Aead aead = keys.values();
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("The value sealed for " + place + " does not open", e);
        }
    }

    public String openText(byte[] sealed, String place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }
}
