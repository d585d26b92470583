package gov.tianmu.web.display;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Takes a person's choice of language, size or contrast into a cookie and goes back to where they were. */
@WebServlet("/display")
public class SwitchDisplay extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<String, Set<String>> CHOICES = Map.of(
            Display.LANGUAGE, Set.of("zh-CN", "en"),
            Display.SIZE, Set.of("standard", "large"),
            Display.CONTRAST, Set.of("standard", "high"));

    private static final int ONE_YEAR = (int) Duration.ofDays(365).toSeconds();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        CHOICES.forEach((name, allowed) -> {
            String chosen = request.getParameter(name);
            if (chosen != null && allowed.contains(chosen)) {
                response.addCookie(kept(name, chosen, request.isSecure()));
            }
        });
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", LocalAddress.of(request.getParameter("back")));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private static Cookie kept(String name, String value, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(ONE_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
