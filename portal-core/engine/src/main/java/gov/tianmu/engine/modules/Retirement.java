package gov.tianmu.engine.modules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.BundleException;

/**
 * Generations on their way out. Those that nobody uses go at once; one that somebody still is in gets time to be left,
 * and goes when that is over: a request that hangs must not keep a class loader for ever. Used by one thread at a time.
 */
final class Retirement {

    private static final Logger LOG = Logger.getLogger(Retirement.class.getName());

    /** Most requests are over by then, and the whole change in one step. */
    private static final Duration MOMENT = Duration.ofMillis(200);

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final ModuleFramework framework;
    private final Map<Generation, Long> leaving = new HashMap<>();

    Retirement(ModuleFramework framework) {
        this.framework = framework;
    }

    /** Retires these and removes those that are left within a moment. */
    void retire(List<Generation> generations) throws BundleException, InterruptedException {
        long until = System.nanoTime() + AT_MOST.toNanos();
        long moment = System.nanoTime() + MOMENT.toNanos();
        List<Generation> left = new ArrayList<>();
        for (Generation generation : generations) {
            if (generation.retire(Duration.ofNanos(Math.max(1, moment - System.nanoTime())))) {
                left.add(generation);
            } else {
                leaving.put(generation, until);
            }
        }
        framework.remove(left);
    }

    /** Removes those that have been left meanwhile, or whose time is over. */
    void goOn() throws BundleException, InterruptedException {
        List<Generation> over = new ArrayList<>();
        for (Iterator<Map.Entry<Generation, Long>> each = leaving.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Generation, Long> entry = each.next();
            boolean left = entry.getKey().retire(Duration.ZERO);
            if (left || entry.getValue() < System.nanoTime()) {
                over.add(entry.getKey());
                each.remove();
                if (!left) {
                    LOG.log(Level.WARNING, "{0} is removed although somebody is still in it", entry.getKey());
                }
            }
        }
        framework.remove(over);
    }

    boolean isEmpty() {
        return leaving.isEmpty();
    }
}
