package gov.tianmu.engine.modules.trust;

import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says whether a module may be believed: whether all of its jar is signed, in the standard way, by a signer whom the
 * bureau's certificates vouch for.
 *
 * <p>The trust file is read at each examination, so that a certificate put in or taken out counts from the next module
 * on, without a restart. Dates are held against the machine's clock, never the portal's: that one can be set to a day of
 * a demonstration, and whoever sets it must not thereby bring an expired signature back to life. A timestamp in the
 * signature does not prolong it. Signatures whose algorithm or key the JDK's {@code jdk.jar.disabledAlgorithms} rules
 * out, or whose digests are not of the SHA-2 family, count as none.
 *
 * <p>Thread-safe.
 */
public final class ModuleTrust {

    private static final Logger LOG = Logger.getLogger(ModuleTrust.class.getName());

    private final Optional<Path> trustFile;
    private final boolean allowsUnsigned;
    private final Clock clock;

    ModuleTrust(Optional<Path> trustFile, boolean allowsUnsigned, Clock clock) {
        this.trustFile = Objects.requireNonNull(trustFile, "trustFile");
        this.allowsUnsigned = allowsUnsigned;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Trust by the certificates of a file.
     *
     * @param trustFile PEM certificates of the bureau's; where it is missing, no signer is known
     * @param allowsUnsigned the development setting
     */
    public static ModuleTrust by(Path trustFile, boolean allowsUnsigned) {
        return new ModuleTrust(Optional.of(trustFile), allowsUnsigned, Clock.systemUTC());
    }

    /** Lets modules without a signature start and knows no signer; for tests. */
    public static ModuleTrust unsignedAllowed() {
        return new ModuleTrust(Optional.empty(), true, Clock.systemUTC());
    }

    /** Whether the development setting lets modules without a signature start. */
    public boolean allowsUnsigned() {
        return allowsUnsigned;
    }

    /** The bureau's certificates as the file has them now; empty when there are none or they cannot be read. */
    public List<TrustedCertificate> certificates() {
        return bureau().listed();
    }

    /**
     * Examines a jar to the last byte. What is installed afterwards must be this very file: give a copy that nobody else
     * writes to.
     *
     * @throws java.util.zip.ZipException when it is no jar, is broken, holds more than 5,000 entries or unpacks to more
     *     than 200 MB; it will not get better
     * @throws IOException when it cannot be read for now
     */
    public SignatureFinding examine(Path jar) throws IOException {
        try {
            ZipInventory inventory = ZipInventory.of(jar);
            Set<CodeSigner> signers = new SignedEntries(jar, inventory).signers();
            if (signers.isEmpty()) {
                return unsigned(inventory.isSigned() ? SignatureWords.unusable() : SignatureWords.unsigned());
            }
            return bureau().judge(signers, clock.instant());
        } catch (SuspectJar suspect) {
            return suspect.finding();
        }
    }

    private SignatureFinding unsigned(Text why) {
        return allowsUnsigned
                ? SignatureFinding.ofNobody(Standing.UNSIGNED_ALLOWED, SignatureWords.allowed(why))
                : SignatureFinding.ofNobody(Standing.UNSIGNED, why);
    }

    private BureauCertificates bureau() {
        if (trustFile.isEmpty()) {
            return BureauCertificates.none();
        }
        try {
            return BureauCertificates.read(trustFile.get());
        } catch (IOException | CertificateException unreadable) {
            LOG.log(Level.SEVERE, unreadable, () -> "no module is trusted: cannot read " + trustFile.get());
            return BureauCertificates.none();
        }
    }
}
