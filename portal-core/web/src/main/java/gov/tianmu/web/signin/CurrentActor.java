package gov.tianmu.web.signin;

import gov.tianmu.engine.identity.Actor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the present request. Every page and every REST resource hands this actor to the use cases. */
@Named
@RequestScoped
public class CurrentActor {

    @Inject
    private HttpServletRequest request;

    private Actor actor;

    /** The actor; {@link Actor#visitor()} when nobody is signed in. */
    public Actor get() {
        if (actor == null) {
            actor = resolve();
        }
        return actor;
    }

    /** The actor when somebody is signed in. */
    public Optional<Actor> find() {
        return Optional.of(get()).filter(Actor::isSignedIn);
    }

    private Actor resolve() {
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            return Actor.visitor();
        }
        if (principal instanceof JsonWebToken token) {
            return ActorClaims.actor(claims(token));
        }
        // A cookie that outlived the server's memory of its claims says who, but not what they may: sign in again.
        return SessionClaims.claims().map(ActorClaims::actor).orElseGet(Actor::visitor);
    }

    private static Map<String, Object> claims(JsonWebToken token) {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (String name : token.getClaimNames()) {
            claims.put(name, token.getClaim(name));
        }
        claims.put("groups", token.getGroups());
        claims.put("preferred_username", token.getName());
        return claims;
    }
}
