package gov.tianmu.engine.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * What a module's manifest asks of the framework and offers to others, as the framework understands it.
 *
 * @param imports the packages it imports, optional ones too, without those of {@code java.*}
 * @param exports the packages it exports
 * @param programs the programs it provides, each with its version
 * @param requires the programs it requires
 * @param namespaces all namespaces in which it provides or requires something
 */
public record ModuleWiring(
        List<String> imports,
        List<String> exports,
        List<String> programs,
        List<ProgramRequirement> requires,
        List<String> namespaces) {

    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");

    public ModuleWiring {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
        programs = List.copyOf(programs);
        requires = List.copyOf(requires);
        namespaces = List.copyOf(namespaces);
    }

    static ModuleWiring of(ModuleFramework framework, Path jar) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            Bundle bundle = framework.context().installBundle("look:" + UUID.randomUUID(), in);
            try {
                return of(bundle);
            } finally {
                bundle.uninstall();
            }
        }
    }

    private static ModuleWiring of(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        TreeSet<String> namespaces = new TreeSet<>();
        revision.getDeclaredCapabilities(null).forEach(capability -> namespaces.add(capability.getNamespace()));
        revision.getDeclaredRequirements(null).forEach(requirement -> namespaces.add(requirement.getNamespace()));
        return new ModuleWiring(
                revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .map(ModuleWiring::packageOf)
                        .filter(name -> !name.startsWith("java."))
                        .toList(),
                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .map(capability -> String.valueOf(
                                capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                        .toList(),
                ModuleFramework.provided(bundle).stream().map(Object::toString).toList(),
                ModuleFramework.required(bundle),
                List.copyOf(namespaces));
    }

    private static String packageOf(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        Matcher name = PACKAGE.matcher(filter);
        return name.find() ? name.group(1) : filter;
    }
}
