package gov.tianmu.web.signin;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A problem detail (RFC 9457) written before a request reaches the REST resources. */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /** The JSON of a problem; {@code code} gives the stable type {@code /problems/<code>}. */
    static String json(int status, String code, String title) {
        return Json.createObjectBuilder()
                .add("type", "/problems/" + code)
                .add("title", title)
                .add("status", status)
                .build()
                .toString();
    }

    static void write(HttpServletResponse response, int status, String code, String title) throws IOException {
        response.reset();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"district\"");
        }
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json(status, code, title));
    }
}
