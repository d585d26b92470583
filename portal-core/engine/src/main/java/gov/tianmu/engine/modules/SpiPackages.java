package gov.tianmu.engine.modules;

import gov.tianmu.spi.rule.CaseRule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module may import of the portal: the packages of the SPI, with the versions its own manifest gives them. */
public final class SpiPackages {

    private SpiPackages() {}

    /** Their names. */
    static Set<String> names() {
        return Stream.of(exported().replaceAll("\"[^\"]*\"", "").split(","))
                .map(clause -> clause.split(";")[0].strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As {@code Export-Package} writes them. */
    public static String exported() {
        String type = CaseRule.class.getName().replace('.', '/') + ".class";
        String place = CaseRule.class.getClassLoader().getResource(type).toExternalForm();
        String manifest = place.substring(0, place.length() - type.length()) + "META-INF/MANIFEST.MF";
        try (InputStream in = new URL(manifest).openStream()) {
            String packages = new Manifest(in).getMainAttributes().getValue("Export-Package");
            if (packages == null) {
                throw new IllegalStateException("the SPI's manifest exports nothing: " + manifest);
            }
            return packages;
        } catch (IOException missing) {
            throw new IllegalStateException("the SPI has no manifest", missing);
        }
    }
}
