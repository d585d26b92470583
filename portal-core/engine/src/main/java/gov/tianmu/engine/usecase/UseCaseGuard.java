package gov.tianmu.engine.usecase;

import gov.tianmu.engine.identity.Actor;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.Method;

/** Holds the access rule of a {@link UseCase} up, opens its transaction, and tells a lost race as a conflict. */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class UseCaseGuard implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient UnitOfWork unitOfWork;

    @AroundInvoke
    public Object guard(InvocationContext call) throws Exception {
        UseCase rule = ruleOf(call.getMethod(), call.getTarget().getClass());
        boolean answersOutcome = Outcome.class.isAssignableFrom(call.getMethod().getReturnType());
        if (!rule.open()) {
            Actor actor = actorOf(call);
            if (!actor.hasAnyOf(rule.by())) {
                Refusal refusal = actor.isSignedIn()
                        ? Refusal.forbidden()
                        : Refusal.of(Refusal.Kind.NOT_SIGNED_IN, "not-signed-in");
                if (answersOutcome) {
                    return Outcome.refused(refusal);
                }
                throw new AccessRefusedException(refusal);
            }
        }
        try {
            return rule.ownTransactions() ? call.proceed() : unitOfWork.run(call::proceed);
        } catch (Exception failed) {
            if (answersOutcome && LostRace.isBehind(failed)) {
                return Outcome.refused(Refusal.of(Refusal.Kind.CONFLICT, "changed-meanwhile"));
            }
            throw failed;
        }
    }

    private static UseCase ruleOf(Method method, Class<?> target) {
        UseCase onMethod = method.getAnnotation(UseCase.class);
        if (onMethod != null) {
            return onMethod;
        }
        UseCase onClass = method.getDeclaringClass().getAnnotation(UseCase.class);
        if (onClass == null) {
            onClass = target.getAnnotation(UseCase.class);
        }
        if (onClass == null) {
            throw new IllegalStateException("no access rule on " + method);
        }
        return onClass;
    }

    private static Actor actorOf(InvocationContext call) {
        if (call.getParameters().length > 0 && call.getParameters()[0] instanceof Actor actor) {
            return actor;
        }
        throw new IllegalStateException("a use case takes the actor first: " + call.getMethod());
    }
}
