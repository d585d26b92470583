package gov.tianmu.engine.document.content;

import java.util.Objects;

/**
 * Content that is safely kept.
 *
 * @param key names it in the store; says nothing of the content
 * @param size in bytes, as uploaded
 * @param sha256 of the bytes as uploaded, in lower-case hexadecimal
 * @param mediaType the real type, found by looking
 * @param fileName fit to be shown and offered for download, with an extension that goes with the type
 */
public record StoredContent(String key, long size, String sha256, String mediaType, String fileName) {

    public StoredContent {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(fileName, "fileName");
    }
}
