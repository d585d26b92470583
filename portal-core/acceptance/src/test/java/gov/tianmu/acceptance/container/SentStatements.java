package gov.tianmu.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/**
 * Counts the statements that the persistence provider sends to the database on this thread. Listens to EclipseLink's
 * session; Liberty shows an application the standard API only, so the listener is made by reflection.
 */
@ApplicationScoped
public class SentStatements {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    private final ThreadLocal<Integer> sent = ThreadLocal.withInitial(() -> 0);
    private boolean listening;

    int during(Callable<?> deed) throws Exception {
        listen();
        sent.set(0);
        deed.call();
        return sent.get();
    }

    private synchronized void listen() throws ReflectiveOperationException {
        if (listening) {
            return;
        }
        Object session = call(em.getDelegate(), "getServerSession");
        Object events = call(session, "getEventManager");
        Class<?> listenerType = events.getClass().getClassLoader().loadClass(
                "org.eclipse.persistence.sessions.SessionEventListener");
        Object listener = Proxy.newProxyInstance(
                listenerType.getClassLoader(), new Class<?>[] {listenerType}, (proxy, method, args) -> {
                    if (method.getName().equals("preExecuteCall")) {
                        sent.set(sent.get() + 1);
                    }
                    return method.getReturnType() == boolean.class ? args[0] == proxy : answerOf(method, proxy);
                });
        events.getClass().getMethod("addListener", listenerType).invoke(events, listener);
        listening = true;
    }

    private static Object answerOf(Method method, Object proxy) {
        return method.getReturnType() == int.class ? System.identityHashCode(proxy) : null;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
