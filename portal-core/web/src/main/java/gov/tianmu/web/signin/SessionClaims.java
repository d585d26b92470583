package gov.tianmu.web.signin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the server's OpenID Connect client keeps of a signed-in session: the ID token and its claims. Liberty offers it
 * only by an API of its own ({@code com.ibm.websphere.security.openidconnect.PropagationHelper}), which is in no
 * repository the build could compile against, so it is called by name.
 */
final class SessionClaims {

    private static final Logger LOG = Logger.getLogger(SessionClaims.class.getName());

    private SessionClaims() {}

    /** The claims of the present thread's session; empty when it has none, also after the server forgot them. */
    static Optional<Map<String, ?>> claims() {
        return idToken().map(token -> asMap(call(token, "getAllClaims")));
    }

    /** The ID token as the realm signed it, to end the session there. */
    static Optional<String> rawIdToken() {
        return idToken().map(token -> (String) call(token, "getRawIdToken"));
    }

    private static Optional<Object> idToken() {
        try {
            Class<?> helper = Class.forName("com.ibm.websphere.security.openidconnect.PropagationHelper");
            return Optional.ofNullable(helper.getMethod("getIdToken").invoke(null));
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            LOG.log(Level.FINE, "No ID token", unavailable);
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asMap(Object claims) {
        return claims == null ? Map.of() : (Map<String, ?>) claims;
    }

    private static Object call(Object token, String getter) {
        try {
            // By the interface: the implementing class is not visible to applications.
            Method method = Class.forName("com.ibm.websphere.security.openidconnect.token.IdToken").getMethod(getter);
            return method.invoke(token);
        } catch (InvocationTargetException failed) {
            LOG.log(Level.WARNING, "The ID token cannot be read: " + getter, failed.getCause());
            return null;
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("the server's ID token has no " + getter, missing);
        }
    }
}
