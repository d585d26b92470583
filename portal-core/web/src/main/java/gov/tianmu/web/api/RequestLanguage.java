package gov.tianmu.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/**
 * The language a caller of the API is answered in: {@code ?lang=}, else what a person chose on our pages, else
 * {@code Accept-Language}, else Chinese.
 */
@RequestScoped
public class RequestLanguage {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @Inject
    private HttpServletRequest request;

    public Locale get() {
        String wanted = request.getParameter("lang");
        if (wanted == null) {
            wanted = chosenOnPages();
        }
        if (wanted != null) {
            return of(Locale.forLanguageTag(wanted));
        }
        if (request.getHeader("Accept-Language") == null) {
            return CHINESE;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(l -> l.getLanguage().equals("zh") || l.getLanguage().equals("en"))
                .findFirst()
                .map(RequestLanguage::of)
                .orElse(CHINESE);
    }

    private String chosenOnPages() {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals("lang")) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static Locale of(Locale wanted) {
        return wanted.getLanguage().equals("en") ? Locale.ENGLISH : CHINESE;
    }
}
