package gov.tianmu.engine.modules;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** The bundles of Declarative Services where they lie on the class path, as they do in tests. */
final class ClassPathBundles {

    /** A class of each: the component runtime, its API, and what the two need. */
    private static final List<String> DECLARATIVE_SERVICES = List.of(
            "org.apache.felix.scr.impl.Activator",
            "org.osgi.service.component.ComponentContext",
            "org.osgi.util.promise.Promise",
            "org.osgi.util.function.Function");

    private ClassPathBundles() {}

    static List<URL> declarativeServices() {
        List<URL> bundles = new ArrayList<>();
        for (String type : DECLARATIVE_SERVICES) {
            try {
                bundles.add(Class.forName(type, false, ClassPathBundles.class.getClassLoader())
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
            } catch (ClassNotFoundException missing) {
                throw new IllegalStateException("the bundle of " + type + " is not on the class path", missing);
            }
        }
        return bundles;
    }
}
