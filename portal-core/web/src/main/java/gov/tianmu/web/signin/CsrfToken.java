package gov.tianmu.web.signin;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret a page of ours knows and a foreign page cannot: writes to {@code /api} by cookie carry it in
 * {@code X-CSRF-Token}. One per session; a new session has a new one ({@code GET /api/v1/me} tells it to scripts).
 */
@Named("csrf")
@SessionScoped
public class CsrfToken implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The header that carries the token. */
    public static final String HEADER = "X-CSRF-Token";

    private static final int BYTES = 24;

    private final String token;

    public CsrfToken() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    public String getToken() {
        return token;
    }

    /** Whether this is the token. */
    public boolean matches(String given) {
        return given != null
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
