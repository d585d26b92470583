package gov.tianmu.web.display;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * What a person chose to see: the language, large type, high contrast. Kept in cookies, so that the server writes them
 * on the first byte of every page and no session is needed. The browser's own language header is not asked: the portal
 * speaks Chinese until somebody chooses English.
 */
@Named
@RequestScoped
public class Display {

    static final String LANGUAGE = "lang";
    static final String SIZE = "size";
    static final String CONTRAST = "contrast";

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final Locale ENGLISH = Locale.ENGLISH;

    @Inject
    private HttpServletRequest request;

    /** The language of the page. */
    public Locale getLocale() {
        return "en".equals(cookie(LANGUAGE)) ? ENGLISH : CHINESE;
    }

    /** The language as the {@code lang} attribute names it. */
    public String getTag() {
        return getLocale().toLanguageTag();
    }

    public boolean isEnglish() {
        return ENGLISH.equals(getLocale());
    }

    public boolean isLarge() {
        return "large".equals(cookie(SIZE));
    }

    public boolean isHighContrast() {
        return "high".equals(cookie(CONTRAST));
    }

    /** The {@code data-size} of the page. */
    public String getSize() {
        return isLarge() ? "large" : "standard";
    }

    /** The {@code data-contrast} of the page. */
    public String getContrast() {
        return isHighContrast() ? "high" : "standard";
    }

    /** The address the person sees, to come back to it after a switch. */
    public String getAddress() {
        Object path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        if (path == null) {
            path = request.getRequestURI();
            query = request.getQueryString();
        }
        return query == null ? path.toString() : path + "?" + query;
    }

    private String cookie(String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return "";
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return "";
    }
}
