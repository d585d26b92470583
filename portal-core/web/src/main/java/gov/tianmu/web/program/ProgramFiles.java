package gov.tianmu.web.program;

import gov.tianmu.engine.modules.ProgramUse;
import gov.tianmu.engine.modules.ProgramUses;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheets, images and fonts of programs' modules, out of their {@code files} folder:
 * {@code /programs/{program}/files/{generation}/{path}}. Under the running generation's address a browser keeps them for
 * a year; under another's it gets the running one's and keeps nothing, so that a page drawn before an update does not
 * lose its looks. No file may run a script, wherever it is opened.
 */
@WebServlet("/programs/*")
public class ProgramFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern ADDRESS = Pattern.compile(
            "/([a-z][a-z0-9-]{0,63})/files/([a-z0-9]{1,13}-\\d{1,18})((?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)+)");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("woff", "font/woff"),
            Map.entry("ttf", "font/ttf"));
    private static final String NOTHING_RUNS =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; sandbox;"
                    + " frame-ancestors 'self'";

    /** Generations are counted anew after a restart, and a browser remembers for a year. */
    private static final String SINCE = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    @Inject
    private transient ProgramUses uses;

    /** The address of a file of this generation. */
    static String addressOf(String program, long generation, String path) {
        return "/programs/" + program + "/files/" + stamp(generation) + "/" + path;
    }

    private static String stamp(long generation) {
        return SINCE + "-" + generation;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher address = ADDRESS.matcher(asked);
        String type = TYPES.get(asked.substring(asked.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || !address.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<ProgramUse> entered = uses.enter(address.group(1));
        if (entered.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (ProgramUse use = entered.get()) {
            Optional<URL> file = use.file("files" + address.group(3));
            if (file.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            boolean present = address.group(2).equals(stamp(use.generation()));
            send(file.get(), type, present, response);
        }
    }

    private static void send(URL file, String type, boolean present, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("Cache-Control", present ? "public, max-age=31536000, immutable" : "no-cache");
        try (InputStream in = file.openStream()) {
            in.transferTo(response.getOutputStream());
        }
    }
}
