package gov.tianmu.engine.modules.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what the bureau's signer signed, all of it and nothing else, may start. */
class ModuleTrustTest {

    private static TestKeys keys;

    @TempDir
    private static Path keyFolder;

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeAll
    static void makeKeys() {
        keys = new TestKeys(keyFolder.resolve("keys.p12"))
                .make("bureau signer", "-validity", "3650")
                .make("bureau rsa", "-keyalg", "RSA", "-keysize", "2048", "-validity", "3650")
                .make("stranger", "-validity", "3650")
                .make("long gone", "-startdate", "-10d", "-validity", "1")
                .make("bureau ca", "-ext", "bc:c", "-validity", "3650")
                .make("under ca", "-signer", "bureau ca", "-ext", "EKU=codeSigning", "-validity", "100")
                .make("web server", "-signer", "bureau ca", "-ext", "EKU=serverAuth", "-validity", "100")
                .make("expired under ca", "-signer", "bureau ca", "-startdate", "-10d", "-validity", "1")
                .make("under signer", "-signer", "bureau signer", "-validity", "100");
    }

    @BeforeEach
    void makeJar() {
        jar = JarFiles.bundle(folder.resolve("a.jar"));
    }

    private ModuleTrust trusting(String... aliases) {
        return ModuleTrust.by(keys.trustFile(folder.resolve("trust.pem"), aliases), false);
    }

    private SignatureFinding examined() throws IOException {
        return trusting("bureau signer").examine(jar);
    }

    private void assertRefused(Standing standing, String named) throws IOException {
        SignatureFinding strict = examined();
        assertEquals(standing, strict.standing(), strict::toString);
        assertTrue(strict.words().zh().contains(named) && strict.words().en().contains(named), strict::toString);
        assertFalse(strict.mayStart());
        SignatureFinding lenient = ModuleTrust.by(folder.resolve("trust.pem"), true).examine(jar);
        assertFalse(lenient.mayStart(), "the development setting is for modules without a signature alone");
    }

    @Test
    void aJarSignedByOneOfTheCertificatesMayStart() throws IOException {
        keys.sign(jar, "bureau signer");
        SignatureFinding finding = trusting("bureau ca", "bureau signer").examine(jar);
        assertEquals(Standing.TRUSTED, finding.standing(), finding::toString);
        assertTrue(finding.mayStart());
        assertEquals("bureau signer", finding.signer());
        assertTrue(finding.fingerprint().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), finding.fingerprint());
        assertEquals(
                Optional.of(keys.certificate("bureau signer").getNotAfter().toInstant()), finding.validUntil());
    }

    @Test
    void anRsaKeyDoesAsWell() throws IOException {
        keys.sign(jar, "bureau rsa");
        assertEquals(Standing.TRUSTED, trusting("bureau rsa").examine(jar).standing());
    }

    @Test
    void aJarSignedUnderTheBureausAuthorityMayStart() throws IOException {
        keys.sign(jar, "under ca");
        SignatureFinding finding = trusting("bureau ca").examine(jar);
        assertEquals(Standing.TRUSTED, finding.standing(), finding::toString);
        assertEquals("under ca", finding.signer());
        assertEquals(
                Optional.of(keys.certificate("under ca").getNotAfter().toInstant()), finding.validUntil());
    }

    @Test
    void theAuthoritysWebServerSignsNoModules() throws IOException {
        keys.sign(jar, "web server");
        assertEquals(
                Standing.UNKNOWN_SIGNER, trusting("bureau ca").examine(jar).standing());
    }

    @Test
    void aTrustedSignerCannotMakeOthersTrusted() throws IOException {
        keys.sign(jar, "under signer");
        assertRefused(Standing.UNKNOWN_SIGNER, "under signer");
    }

    @Test
    void aJarWithoutSignatureStartsByTheDevelopmentSettingOnly() throws IOException {
        assertEquals(Standing.UNSIGNED, examined().standing());
        assertFalse(examined().mayStart());
        SignatureFinding allowed = ModuleTrust.unsignedAllowed().examine(jar);
        assertEquals(Standing.UNSIGNED_ALLOWED, allowed.standing());
        assertTrue(allowed.mayStart());
        assertTrue(allowed.words().en().contains("PORTAL_MODULES_UNSIGNED"));
    }

    @Test
    void aChangedEntryIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> JarFiles.replace(entries, "program.xml", "wording", "WORDING"));
        assertRefused(Standing.ALTERED, "program.xml");
    }

    @Test
    void noByteOfTheFileCanBeChangedWithoutLosingTrustOrMeaning() throws IOException {
        keys.sign(jar, "bureau signer");
        ModuleTrust trust = trusting("bureau signer");
        byte[] honest = Files.readAllBytes(jar);
        Map<String, String> content = contentOf(jar);
        for (int at = 0; at < honest.length; at++) {
            byte[] spoiled = honest.clone();
            spoiled[at] ^= 0x55;
            Files.write(jar, spoiled);
            boolean starts;
            try {
                starts = trust.examine(jar).mayStart();
            } catch (ZipException broken) {
                starts = false;
            }
            // What nobody reads (times, names of empty folders, headers beside the directory) may change.
            if (starts) {
                assertEquals(content, contentOf(jar), "byte " + at);
            }
        }
    }

    private static Map<String, String> contentOf(Path jar) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    content.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return content;
    }

    @Test
    void contentBehindTheLengthThatTheDirectoryClaimsIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.appendBehind(jar, "messages.properties", "a=2\n");
        assertRefused(Standing.ALTERED, "messages.properties");
    }

    @Test
    void anAddedEntryIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> JarFiles.put(entries, "text/more.txt", "more"));
        assertRefused(Standing.EXTENDED, "text/more.txt");
    }

    @Test
    void anAddedEntryWithAManifestSectionIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> {
            JarFiles.put(entries, "text/more.txt", "more");
            JarFiles.put(
                    entries,
                    JarFiles.MANIFEST,
                    new String(entries.get(JarFiles.MANIFEST), StandardCharsets.UTF_8)
                            + "Name: text/more.txt\r\nSHA-256-Digest: "
                            + "GHwIhwoowQ/JnR0QyJZJXQK+ovr4qhJqLEwRnTPWpXM=\r\n\r\n");
        });
        SignatureFinding finding = examined();
        assertFalse(finding.mayStart(), finding::toString);
    }

    @Test
    void anEntryAddedBetweenTheSignatureFilesIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> JarFiles.put(entries, "META-INF/SIG-MORE", "more"));
        assertRefused(Standing.EXTENDED, "META-INF/SIG-MORE");
    }

    @Test
    void aSignatureFileWithoutItsPartnerIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> JarFiles.put(entries, "META-INF/MORE.RSA", "more"));
        assertRefused(Standing.EXTENDED, "META-INF/MORE");
    }

    @Test
    void aFolderWithContentIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> entries.remove("text/"));
        JarFiles.change(jar, entries -> JarFiles.put(entries, "x/", ""));
        assertTrue(examined().mayStart());
        JarFiles.change(jar, entries -> JarFiles.put(entries, "classs", "hidden"));
        JarFiles.patch(jar, "classs", "class/");
        assertRefused(Standing.EXTENDED, "class/");
    }

    @Test
    void aRemovedEntryIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> entries.remove("messages.properties"));
        assertRefused(Standing.INCOMPLETE, "messages.properties");
    }

    @Test
    void aRemovedManifestIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> entries.remove(JarFiles.MANIFEST));
        assertRefused(Standing.INCOMPLETE, JarFiles.MANIFEST);
    }

    @Test
    void aChangedManifestHeaderIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(
                jar, entries -> JarFiles.replace(entries, JarFiles.MANIFEST, "Tianmu-Program", "Tianmu-Notice"));
        assertRefused(Standing.ALTERED, JarFiles.MANIFEST);
    }

    @Test
    void aSignatureThatLeavesOutTheManifestsHeadersIsNotEnough() throws IOException {
        keys.sign(jar, "bureau signer", signer -> signer.signerName("X").setProperty("sectionsonly", "true"));
        assertRefused(Standing.EXTENDED, JarFiles.MANIFEST);
    }

    @Test
    void aSecondManifestInOtherLettersIsFound() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> JarFiles.put(entries, "meta-inf/manifest.mf", "Manifest-Version: 1.0\r\n\r\n"));
        assertRefused(Standing.ALTERED, "meta-inf/manifest.mf");
    }

    @Test
    void twoEntriesOfOneNameAreFoundWhetherSignedOrNot() throws IOException {
        JarFiles.change(jar, entries -> JarFiles.put(entries, "program.xmm", "<program/>"));
        JarFiles.patch(jar, "program.xmm", "program.xml");
        assertRefused(Standing.ALTERED, "program.xml");

        JarFiles.bundle(jar);
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> JarFiles.put(entries, "program.xmm", "<program/>"));
        JarFiles.patch(jar, "program.xmm", "program.xml");
        assertRefused(Standing.ALTERED, "program.xml");
    }

    @Test
    void aStrangersSignatureIsNotTheBureaus() throws IOException {
        keys.sign(jar, "stranger");
        assertRefused(Standing.UNKNOWN_SIGNER, "stranger");
    }

    @Test
    void aStrangerWithTheNameOfASignerIsStillAStranger() throws IOException {
        TestKeys theirs = new TestKeys(folder.resolve("theirs.p12")).make("bureau signer");
        theirs.sign(jar, "bureau signer");
        assertRefused(Standing.UNKNOWN_SIGNER, "bureau signer");
    }

    @Test
    void withoutATrustFileNobodyIsKnown() throws IOException {
        keys.sign(jar, "bureau signer");
        SignatureFinding finding =
                ModuleTrust.by(folder.resolve("none.pem"), false).examine(jar);
        assertEquals(Standing.UNKNOWN_SIGNER, finding.standing());
        assertTrue(finding.words().en().contains("module-trust.pem"));
    }

    @Test
    void aTrustFileThatIsNoneOpensNothing() throws IOException {
        keys.sign(jar, "bureau signer");
        Path file = Files.writeString(folder.resolve("bad.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        ModuleTrust trust = ModuleTrust.by(file, false);
        assertEquals(Standing.UNKNOWN_SIGNER, trust.examine(jar).standing());
        assertTrue(trust.certificates().isEmpty());
    }

    @Test
    void aCertificatePutIntoTheFileCountsWithoutARestart() throws IOException {
        keys.sign(jar, "stranger");
        ModuleTrust trust = trusting("bureau signer");
        assertFalse(trust.examine(jar).mayStart());
        keys.trustFile(folder.resolve("trust.pem"), "bureau signer", "stranger");
        assertTrue(trust.examine(jar).mayStart());
        assertEquals(2, trust.certificates().size());
    }

    @Test
    void anExpiredCertificateOpensNothing() throws IOException {
        keys.sign(jar, "long gone");
        SignatureFinding finding = trusting("long gone").examine(jar);
        assertEquals(Standing.EXPIRED, finding.standing(), finding::toString);
        assertFalse(finding.mayStart());
        assertEquals("long gone", finding.signer());
    }

    @Test
    void anExpiredCertificateUnderTheAuthorityIsToldFromAStrangers() throws IOException {
        keys.sign(jar, "expired under ca");
        assertEquals(Standing.EXPIRED, trusting("bureau ca").examine(jar).standing());
        assertEquals(
                Standing.UNKNOWN_SIGNER, trusting("bureau signer").examine(jar).standing());
    }

    @Test
    void theMachinesClockDecidesOnExpiry() throws IOException {
        keys.sign(jar, "bureau signer");
        Instant end = keys.certificate("bureau signer").getNotAfter().toInstant();
        assertEquals(Standing.TRUSTED, at(end.minusSeconds(1)).standing());
        assertEquals(Standing.EXPIRED, at(end.plusSeconds(1)).standing());
        assertEquals(
                Standing.EXPIRED,
                at(keys.certificate("bureau signer").getNotBefore().toInstant().minusSeconds(1))
                        .standing());
    }

    @Test
    void anEndWithinAMonthIsToldBeforehand() throws IOException {
        keys.sign(jar, "bureau signer");
        Instant end = keys.certificate("bureau signer").getNotAfter().toInstant();
        assertTrue(at(end.minus(Duration.ofDays(29))).words().en().contains("Renew"));
        assertFalse(at(end.minus(Duration.ofDays(31))).words().en().contains("Renew"));
    }

    private SignatureFinding at(Instant now) throws IOException {
        Path trust = keys.trustFile(folder.resolve("trust.pem"), "bureau signer");
        return new ModuleTrust(Optional.of(trust), false, Clock.fixed(now, ZoneOffset.UTC)).examine(jar);
    }

    @Test
    void aSecondSignerOfTheWholeDoesNoHarm() throws IOException {
        keys.sign(jar, "stranger");
        keys.sign(jar, "bureau signer");
        SignatureFinding finding = examined();
        assertEquals(Standing.TRUSTED, finding.standing(), finding::toString);
        assertEquals("bureau signer", finding.signer());
    }

    @Test
    void twoStrangersAreNoFriend() throws IOException {
        keys.sign(jar, "stranger");
        keys.sign(jar, "under signer");
        assertFalse(examined().mayStart());
    }

    @Test
    void aJarThatTwoSignersSignedInPartsIsRefused() throws IOException {
        keys.sign(jar, "bureau signer");
        JarFiles.change(jar, entries -> JarFiles.put(entries, "text/more.txt", "more"));
        keys.sign(jar, "stranger");
        assertFalse(examined().mayStart());
        assertFalse(trusting("bureau signer", "stranger").examine(jar).standing() == Standing.UNSIGNED);
    }

    @Test
    void aSha1SignatureCountsAsNone() throws Exception {
        keys.sign(jar, "bureau rsa", signer -> {
            try {
                return signer.digestAlgorithm("SHA-1").signatureAlgorithm("SHA1withRSA");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        SignatureFinding finding = trusting("bureau rsa").examine(jar);
        assertEquals(Standing.UNSIGNED, finding.standing(), finding::toString);
        assertTrue(finding.words().en().contains("too weak"), finding::toString);
        assertTrue(ModuleTrust.unsignedAllowed().examine(jar).mayStart());
    }

    @Test
    void sha1DigestsUnderAStrongSignatureCountAsNone() throws Exception {
        keys.sign(jar, "bureau signer", signer -> {
            try {
                return signer.digestAlgorithm("SHA-1");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        assertEquals(Standing.UNSIGNED, examined().standing());
    }

    @Test
    void aTruncatedJarIsAZipFault() throws IOException {
        keys.sign(jar, "bureau signer");
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
        assertThrows(ZipException.class, this::examined);
        Files.write(jar, new byte[0]);
        assertThrows(ZipException.class, this::examined);
        Files.writeString(jar, "no jar at all");
        assertThrows(ZipException.class, this::examined);
    }

    @Test
    void aBombIsNotUnpackedToItsEnd() throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bomb"));
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < 201; i++) {
                zip.write(nothing);
            }
        }
        ZipException refused = assertThrows(ZipException.class, this::examined);
        assertTrue(refused.getMessage().contains("200 MB"), refused.getMessage());
    }

    @Test
    void aBombInThePlaceOfTheManifestIsNotKeptInMemory() throws IOException {
        JarFiles.change(jar, entries -> entries.put(JarFiles.MANIFEST, new byte[5 * 1024 * 1024]));
        ZipException refused = assertThrows(ZipException.class, this::examined);
        assertTrue(refused.getMessage().contains("too large"), refused.getMessage());
    }

    @Test
    void tooManyEntriesAreAZipFault() throws IOException {
        JarFiles.change(jar, entries -> {
            for (int i = 0; i < 5_000; i++) {
                JarFiles.put(entries, String.format(Locale.ROOT, "%05d", i), "");
            }
        });
        ZipException refused = assertThrows(ZipException.class, this::examined);
        assertTrue(refused.getMessage().contains("5000"), refused.getMessage());
    }

    @Test
    void aMalformedManifestIsAZipFault() {
        JarFiles.change(jar, entries -> JarFiles.put(entries, JarFiles.MANIFEST, "no\r\nmanifest\r\n"));
        assertThrows(ZipException.class, this::examined);
    }
}
