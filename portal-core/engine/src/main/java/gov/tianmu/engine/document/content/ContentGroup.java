package gov.tianmu.engine.document.content;

import java.util.Locale;
import java.util.Optional;

/** The groups of file types that a document requirement may accept, as definitions name them in lower case. */
public enum ContentGroup {
    PDF,
    JPEG,
    PNG,
    OFFICE;

    /** The name in definitions and over REST: {@code pdf}, {@code jpeg}, {@code png}, {@code office}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ContentGroup> withId(String id) {
        for (ContentGroup group : values()) {
            if (group.id().equals(id)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }
}
