package gov.tianmu.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The addresses of the theme's files, each with a version made from its content: {@code /theme/portal.css?v=5f1c…}. A
 * browser keeps such a file for a year and asks again only when its content, and so its address, is another.
 */
@Named("theme")
@ApplicationScoped
public class ThemeFiles {

    @Inject
    private ServletContext application;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** The address of a file in {@code /theme}. */
    public String url(String file) {
        return addresses.computeIfAbsent(file, this::versioned);
    }

    private String versioned(String file) {
        String path = "/theme/" + file;
        try (InputStream content = application.getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalArgumentException("the theme has no file " + file);
            }
            return path + "?v=" + Fingerprint.of(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
