package gov.tianmu.web.routing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One address of the portal and what answers it: {@code /notices/{id}} is answered by {@code /pages/site/notice.xhtml}
 * with a request parameter {@code id}. A part in braces takes one segment; nothing takes a slash.
 */
public final class Route {

    private final String address;
    private final String target;
    private final boolean open;
    private final List<String> parts;

    private Route(String address, String target, boolean open) {
        if (!address.startsWith("/") || !target.startsWith("/")) {
            throw new IllegalArgumentException("addresses begin with a slash: " + address + " to " + target);
        }
        this.address = address;
        this.target = target;
        this.open = open;
        this.parts = segments(address);
    }

    /** A public page: the same for everybody who is not signed in, kept by caches under its entity tag. */
    public static Route open(String address, String target) {
        return new Route(address, target, true);
    }

    /** A page for signed-in people: never kept by a cache. */
    public static Route personal(String address, String target) {
        return new Route(address, target, false);
    }

    /** Whether this is a public page. */
    public boolean isOpen() {
        return open;
    }

    public String address() {
        return address;
    }

    /** Where to forward a request for this path, its parts as request parameters; empty when the path is another's. */
    Optional<String> targetFor(String path) {
        List<String> given = segments(path);
        if (given.size() != parts.size()) {
            return Optional.empty();
        }
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.startsWith("{")) {
                query.append(query.isEmpty() && target.indexOf('?') < 0 ? '?' : '&')
                        .append(part, 1, part.length() - 1)
                        .append('=')
                        .append(URLEncoder.encode(given.get(i), StandardCharsets.UTF_8));
            } else if (!part.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(target + query);
    }

    /** Fewer braces come first, so that {@code /my/cases/new} wins over {@code /my/cases/{number}}. */
    int openness() {
        return (int) parts.stream().filter(part -> part.startsWith("{")).count();
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }
}
