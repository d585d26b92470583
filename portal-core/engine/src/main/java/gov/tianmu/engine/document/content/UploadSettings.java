package gov.tianmu.engine.document.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** How large an upload may be on this portal: {@code PORTAL_MAX_UPLOAD_MB}, 20 where it is not set. */
@ApplicationScoped
public class UploadSettings {

    private static final String SETTING = "PORTAL_MAX_UPLOAD_MB";
    private static final long DEFAULT_MEBIBYTES = 20;
    private static final long LARGEST_MEBIBYTES = 2048;
    private static final long MEBIBYTE = 1024 * 1024;

    private final long maxBytes;

    public UploadSettings() {
        this(Optional.ofNullable(System.getProperty(SETTING)).orElseGet(() -> System.getenv(SETTING)));
    }

    UploadSettings(String mebibytes) {
        this.maxBytes = (mebibytes == null || mebibytes.isBlank() ? DEFAULT_MEBIBYTES : parsed(mebibytes)) * MEBIBYTE;
    }

    private static long parsed(String mebibytes) {
        try {
            long number = Long.parseLong(mebibytes.strip());
            if (number >= 1 && number <= LARGEST_MEBIBYTES) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalStateException(SETTING + " is not a whole number: " + mebibytes, e);
        }
        throw new IllegalStateException(SETTING + " is not between 1 and " + LARGEST_MEBIBYTES + ": " + mebibytes);
    }

    public long maxBytes() {
        return maxBytes;
    }

    /** The limits for a document requirement that accepts these type groups. A name that is no group is a fault. */
    public ContentLimits accepting(Collection<String> groupIds) {
        return new ContentLimits(
                groupIds.stream()
                        .map(id -> ContentGroup.withId(id)
                                .orElseThrow(() -> new IllegalArgumentException("No type group is called " + id)))
                        .collect(Collectors.toSet()),
                maxBytes);
    }
}
