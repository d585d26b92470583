package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.compare.DefinitionComparison;
import gov.tianmu.engine.modules.compare.Migration;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Looks at a jar as if it were to start, and says everything that is to be said. Starts nothing, changes nothing. */
final class DryRun {

    private final ModuleHost host;

    DryRun(ModuleHost host) {
        this.host = host;
    }

    ModuleReport of(Path jar) throws IOException {
        String digest = ModuleCandidate.digest(jar);
        ModuleCandidate candidate;
        try {
            candidate = host.jars().readAside(jar);
        } catch (RefusedModule refused) {
            return unreadable(jar, digest, refused);
        }
        try {
            Fit fit = host.tryOut((framework, beside) -> fit(candidate, framework, beside));
            // Outside the host: the answers of many cases may have to be read, and the folder must not wait for that.
            return report(candidate, fit);
        } finally {
            ModuleJars.deleteQuietly(candidate.jar());
        }
    }

    /** Whether a module fits to those that are there. */
    private record Fit(List<Text> problems, List<Text> waitsFor, Optional<InstalledModule> inForce) {}

    private static ModuleReport unreadable(Path jar, String digest, RefusedModule refused) {
        return new ModuleReport(
                Optional.empty(),
                "",
                ClaimedModule.of(jar),
                Optional.empty(),
                Optional.empty(),
                digest,
                refused.signature(),
                refused.errors(),
                refused.errors().isEmpty() ? List.of(refused.reason()) : List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Fit fit(
            ModuleCandidate candidate, ModuleFramework framework, Collection<InstalledModule> beside)
            throws IOException {
        Optional<InstalledModule> inForce =
                beside.stream().filter(other -> other.name().equals(candidate.name())).findFirst();
        List<Text> problems = new ArrayList<>();
        List<Text> waitsFor = List.of();
        try {
            ModuleFit.checkNobodyElseHas(candidate, beside);
            Generation fresh = framework.install(candidate);
            try {
                ModuleFit.checkManifest(fresh.bundle(), candidate);
                List<Bundle> programs = beside.stream()
                        .filter(other -> !other.name().equals(candidate.name()))
                        .map(InstalledModule::bundle)
                        .toList();
                waitsFor = framework.waitsFor(fresh.bundle(), programs);
                if (!framework.waitsForProgramsOnly(fresh.bundle(), programs) && !framework.resolves(fresh.bundle())) {
                    problems.add(framework.whatIsMissing(fresh.bundle(), programs));
                }
            } finally {
                fresh.bundle().uninstall();
            }
        } catch (RefusedModule refused) {
            problems.add(refused.reason());
        } catch (BundleException broken) {
            problems.add(new Text("无法安装：" + broken.getMessage(), "cannot be installed: " + broken.getMessage()));
        }
        return new Fit(problems, waitsFor, inForce);
    }

    private ModuleReport report(ModuleCandidate candidate, Fit fit) {
        return new ModuleReport(
                Optional.of(candidate.name()),
                candidate.version().toString(),
                Optional.empty(),
                Optional.of(candidate.definition().kind()),
                Optional.of(candidate.definition().title()),
                candidate.digest(),
                Optional.of(candidate.signature()),
                List.of(),
                fit.problems(),
                fit.inForce().map(module -> module.candidate().version().toString()),
                before(candidate, fit.inForce()).flatMap(old -> comparison(old, candidate)),
                host.cases().impactOf(candidate),
                fit.waitsFor());
    }

    /** The definition it would replace: the one in force, or the one of the same program or notice that was last. */
    private Optional<Frozen> before(ModuleCandidate candidate, Optional<InstalledModule> inForce) {
        if (inForce.isPresent()) {
            ModuleCandidate old = inForce.get().candidate();
            return Optional.of(new Frozen(old.definition(), old.frozen()));
        }
        return host.lastOf(candidate.definition());
    }

    private static Optional<DefinitionComparison> comparison(Frozen before, ModuleCandidate candidate) {
        if (before.definition() instanceof ModuleDefinition.OfProgram old
                && candidate.definition() instanceof ModuleDefinition.OfProgram now) {
            Migration.Way declared = Migration.from(candidate.migration(), old.program().version());
            return Optional.of(DefinitionComparison.of(old.program(), now.program(), declared)
                    .withFiles(before.content(), candidate.frozen()));
        }
        if (before.definition() instanceof ModuleDefinition.OfNotice old
                && candidate.definition() instanceof ModuleDefinition.OfNotice now) {
            return Optional.of(
                    DefinitionComparison.of(old.notice(), now.notice()).withFiles(before.content(), candidate.frozen()));
        }
        return Optional.empty();
    }

    /** A definition with the files that were frozen with it. */
    record Frozen(ModuleDefinition definition, ModuleContent content) {}
}
