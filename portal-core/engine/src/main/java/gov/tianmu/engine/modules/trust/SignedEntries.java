package gov.tianmu.engine.modules.trust;

import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds who signed the whole of a jar. The JDK checks each entry that it is asked for; this asks for every one, and for
 * what the JDK does not look at: entries that are gone, entries that nobody signed, the manifest as a whole.
 */
final class SignedEntries {

    /** Whoever breaks SHA-1 can write a second jar of the same digests. */
    private static final List<String> STRONG_DIGESTS = List.of("SHA-256", "SHA-384", "SHA-512");

    private final Path jar;
    private final ZipInventory inventory;

    SignedEntries(Path jar, ZipInventory inventory) {
        this.jar = jar;
        this.inventory = inventory;
    }

    /**
     * Those who each signed everything. Empty when the jar is not signed, or not by anything that counts.
     *
     * @throws SuspectJar when it is signed but not all of it, or no longer as it was
     */
    Set<CodeSigner> signers() throws IOException, SuspectJar {
        if (!inventory.isSigned()) {
            return Set.of();
        }
        Manifest manifest = inventory
                .manifest()
                .orElseThrow(() ->
                        new SuspectJar(Standing.INCOMPLETE, SignatureWords.incomplete(JarFile.MANIFEST_NAME)));
        Set<CodeSigner> signers = signersOfAllEntries();
        if (signers.isEmpty() || !isStrong(manifest)) {
            return Set.of();
        }
        checkNothingIsGone(manifest);
        checkSignatureFiles();
        return signers;
    }

    private Set<CodeSigner> signersOfAllEntries() throws IOException, SuspectJar {
        Set<CodeSigner> common = new LinkedHashSet<>();
        String unsigned = null;
        String signed = null;
        // As the file stands, not as one Java version would see it: every version's entries are to be signed.
        try (JarFile file = new JarFile(jar.toFile(), true, ZipFile.OPEN_READ, JarFile.baseVersion())) {
            for (String name : inventory.files()) {
                CodeSigner[] signers = signers(file, name);
                if (signers.length == 0) {
                    unsigned = unsigned == null ? name : unsigned;
                } else if (signed == null) {
                    signed = name;
                    common.addAll(Arrays.asList(signers));
                } else {
                    common.retainAll(Arrays.asList(signers));
                }
            }
        }
        if (signed == null) {
            return Set.of();
        }
        if (unsigned != null) {
            throw new SuspectJar(Standing.EXTENDED, SignatureWords.extended(unsigned));
        }
        if (common.isEmpty()) {
            throw new SuspectJar(Standing.EXTENDED, SignatureWords.signedInParts());
        }
        return common;
    }

    private static CodeSigner[] signers(JarFile file, String name) throws IOException, SuspectJar {
        JarEntry entry = file.getJarEntry(name);
        String looksAt = JarFile.MANIFEST_NAME;
        try (InputStream in = file.getInputStream(entry)) {
            looksAt = name;
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException altered) {
            throw new SuspectJar(Standing.ALTERED, SignatureWords.altered(looksAt));
        }
        // Known only once the entry was read to its end.
        CodeSigner[] signers = entry.getCodeSigners();
        return signers == null ? new CodeSigner[0] : signers;
    }

    private boolean isStrong(Manifest manifest) {
        return inventory.files().stream()
                .map(manifest::getAttributes)
                .allMatch(attributes -> attributes != null
                        && STRONG_DIGESTS.stream()
                                .anyMatch(digest -> attributes.getValue(digest + "-Digest") != null));
    }

    private void checkNothingIsGone(Manifest manifest) throws SuspectJar {
        for (String listed : manifest.getEntries().keySet()) {
            // A section may also speak of a package.
            if (!listed.endsWith("/") && !inventory.files().contains(listed)) {
                throw new SuspectJar(Standing.INCOMPLETE, SignatureWords.incomplete(listed));
            }
        }
    }

    /**
     * Each signature covers the manifest to the last byte. The JDK is content with less: the sections of entries may
     * agree one by one while the main section, where a bundle says what it is, does not.
     */
    private void checkSignatureFiles() throws ZipException, SuspectJar {
        Set<String> files = new HashSet<>();
        Set<String> blocks = new HashSet<>();
        for (Map.Entry<String, byte[]> entry : inventory.signatureFiles().entrySet()) {
            String name = entry.getKey();
            String stem = name.substring(0, name.lastIndexOf('.'));
            if (ZipInventory.ending(name).equals("SF")) {
                files.add(stem);
                checkCoversManifest(name, ZipInventory.parsed(entry.getValue(), name).getMainAttributes());
            } else if (!blocks.add(stem)) {
                throw new SuspectJar(Standing.EXTENDED, SignatureWords.extended(name));
            }
        }
        if (!files.equals(blocks)) {
            Set<String> alone = new HashSet<>(files);
            alone.addAll(blocks);
            alone.removeIf(stem -> files.contains(stem) && blocks.contains(stem));
            throw new SuspectJar(
                    Standing.EXTENDED, SignatureWords.extended(alone.iterator().next()));
        }
    }

    private void checkCoversManifest(String name, Attributes signed) throws SuspectJar {
        byte[] manifest = inventory.manifestBytes().orElseThrow();
        boolean covers = false;
        for (String algorithm : STRONG_DIGESTS) {
            String digest = signed.getValue(algorithm + "-Digest-Manifest");
            if (digest == null) {
                continue;
            }
            if (!digest.strip().equals(Base64.getEncoder().encodeToString(digest(algorithm, manifest)))) {
                throw new SuspectJar(Standing.ALTERED, SignatureWords.altered(JarFile.MANIFEST_NAME));
            }
            covers = true;
        }
        if (!covers) {
            throw new SuspectJar(Standing.EXTENDED, SignatureWords.extended(JarFile.MANIFEST_NAME + " (" + name + ")"));
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }
}
