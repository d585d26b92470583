package gov.tianmu.engine.modules.trust;

import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * The certificates by which this portal knows the bureau's signers: of signers themselves, or of an authority that
 * issues theirs. Whether a certificate was revoked is not asked: take it out of the file instead.
 */
final class BureauCertificates {

    private static final Duration SOON = Duration.ofDays(30);
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final List<X509Certificate> certificates;

    private BureauCertificates(List<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /**
     * Reads PEM certificates. A file that is not there holds none.
     *
     * @throws IOException when the file cannot be read
     * @throws CertificateException when it holds something else than certificates
     */
    static BureauCertificates read(Path file) throws IOException, CertificateException {
        if (!Files.exists(file)) {
            return new BureauCertificates(List.of());
        }
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> read = new ArrayList<>();
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                read.add((X509Certificate) certificate);
            }
            return new BureauCertificates(read);
        }
    }

    static BureauCertificates none() {
        return new BureauCertificates(List.of());
    }

    List<TrustedCertificate> listed() {
        return certificates.stream()
                .map(certificate -> new TrustedCertificate(
                        name(certificate),
                        fingerprint(certificate),
                        certificate.getNotAfter().toInstant()))
                .toList();
    }

    /** What is to be thought of a jar that each of these signed whole: the best that one of them gives. */
    SignatureFinding judge(Set<CodeSigner> signers, Instant now) {
        return signers.stream()
                .map(signer -> judge(chain(signer), now))
                .min(Comparator.comparing(BureauCertificates::rank))
                .orElseThrow();
    }

    private static int rank(SignatureFinding finding) {
        return switch (finding.standing()) {
            case TRUSTED -> 0;
            case EXPIRED -> 1;
            default -> 2;
        };
    }

    private SignatureFinding judge(List<X509Certificate> chain, Instant now) {
        X509Certificate signer = chain.get(0);
        String name = name(signer);
        if (certificates.isEmpty()) {
            return finding(Standing.UNKNOWN_SIGNER, signer, Optional.empty(), SignatureWords.noCertificates());
        }
        Optional<List<X509Certificate>> trusted = path(chain, now);
        if (trusted.isEmpty()) {
            return finding(Standing.UNKNOWN_SIGNER, signer, Optional.empty(), SignatureWords.unknown(name));
        }
        if (!isForSigningCode(signer)) {
            return finding(Standing.UNKNOWN_SIGNER, signer, Optional.empty(), SignatureWords.notForSigning(name));
        }
        Instant from = trusted.get().stream()
                .map(certificate -> certificate.getNotBefore().toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant until = trusted.get().stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (now.isAfter(until)) {
            return finding(Standing.EXPIRED, signer, Optional.of(until), SignatureWords.expired(name, until));
        }
        if (now.isBefore(from)) {
            return finding(Standing.EXPIRED, signer, Optional.of(until), SignatureWords.notYetValid(name, from));
        }
        boolean endsSoon = now.plus(SOON).isAfter(until);
        return finding(
                Standing.TRUSTED, signer, Optional.of(until), SignatureWords.trusted(name, until, endsSoon));
    }

    /**
     * From the signer's certificate up to one of the bureau's. Where there is none today, one of the days on which the
     * signer's own began or ended will do: then the signer is known, and the dates are the matter.
     */
    private Optional<List<X509Certificate>> path(List<X509Certificate> chain, Instant now) {
        X509Certificate signer = chain.get(0);
        if (certificates.contains(signer)) {
            return Optional.of(List.of(signer));
        }
        // A signer's own certificate vouches for that signer alone: only an authority's vouches for others.
        Set<TrustAnchor> anchors = certificates.stream()
                .filter(certificate -> certificate.getBasicConstraints() >= 0)
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            return Optional.empty();
        }
        return path(chain, anchors, Date.from(now))
                .or(() -> path(chain, anchors, signer.getNotAfter()))
                .or(() -> path(chain, anchors, signer.getNotBefore()));
    }

    private static Optional<List<X509Certificate>> path(
            List<X509Certificate> chain, Set<TrustAnchor> anchors, Date day) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(chain.get(0));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(day);
            PKIXCertPathBuilderResult built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> path = new ArrayList<>();
            built.getCertPath().getCertificates().forEach(certificate -> path.add((X509Certificate) certificate));
            // Nobody else looks at the dates of an anchor.
            path.add(built.getTrustAnchor().getTrustedCert());
            return Optional.of(path);
        } catch (CertPathBuilderException none) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException impossible) {
            throw new IllegalStateException("every JDK builds PKIX paths", impossible);
        }
    }

    /** A certificate that names its purposes must name this one; a web server's must not sign programs. */
    private static boolean isForSigningCode(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[0]) {
            return false;
        }
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.contains(CODE_SIGNING) || purposes.contains(ANY_PURPOSE);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    private static List<X509Certificate> chain(CodeSigner signer) {
        return signer.getSignerCertPath().getCertificates().stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static SignatureFinding finding(
            Standing standing, X509Certificate signer, Optional<Instant> until, Text words) {
        return new SignatureFinding(standing, name(signer), fingerprint(signer), until, words);
    }

    /** The common name where there is one. */
    private static String name(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .reduce((first, last) -> last)
                            .orElse(subject);
        } catch (InvalidNameException odd) {
            return subject;
        }
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a certificate that was read can be written", impossible);
        }
    }
}
