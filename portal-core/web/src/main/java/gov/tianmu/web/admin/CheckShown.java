package gov.tianmu.web.admin;

import java.util.List;

/**
 * A check of a dry run, as its report shows it.
 *
 * @param kind ok, warn (to be known) or err (keeps the module from starting)
 * @param key names it: {@code admin.report.check.<key>}
 * @param lines what was found, in the reader's language
 */
public record CheckShown(String kind, String key, List<String> lines) {

    public CheckShown {
        lines = List.copyOf(lines);
    }

    static CheckShown ok(String key, String... lines) {
        return new CheckShown("ok", key, List.of(lines));
    }

    static CheckShown warn(String key, List<String> lines) {
        return new CheckShown("warn", key, lines);
    }

    static CheckShown err(String key, List<String> lines) {
        return new CheckShown("err", key, lines);
    }

    public String icon() {
        return switch (kind) {
            case "ok" -> "check";
            case "warn" -> "alert";
            default -> "x";
        };
    }
}
