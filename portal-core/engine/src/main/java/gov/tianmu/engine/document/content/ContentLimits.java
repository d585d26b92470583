package gov.tianmu.engine.document.content;

import java.util.Set;

/**
 * What an upload may be.
 *
 * @param groups the accepted type groups
 * @param maxBytes the largest size that is accepted
 */
public record ContentLimits(Set<ContentGroup> groups, long maxBytes) {

    public ContentLimits {
        groups = Set.copyOf(groups);
        if (maxBytes < 1) {
            throw new IllegalArgumentException("No file is smaller than one byte");
        }
    }
}
