package gov.tianmu.engine.usecase;

import gov.tianmu.engine.identity.Role;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class that does one thing a person or a program may ask of the portal, with its access rule. Every public method
 * takes the {@link gov.tianmu.engine.identity.Actor} first and is guarded: an actor without one of the roles is
 * refused before the method runs, in a transaction of its own otherwise. What an actor may do to <em>which</em> case
 * is the use case's own matter (see {@code CaseAccess}).
 *
 * <p>The build fails for a class in a step package that is called from outside and carries no access rule.
 */
@InterceptorBinding
@Inherited
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {

    /** Who may ask. Empty only together with {@link #open()}. */
    @Nonbinding
    Role[] by() default {};

    /** Anybody may ask, signed in or not: public information. */
    @Nonbinding
    boolean open() default false;

    /**
     * The use case opens its transactions itself, because something slow stands between them: an upload must not hold
     * one open while it trickles in.
     */
    @Nonbinding
    boolean ownTransactions() default false;
}
