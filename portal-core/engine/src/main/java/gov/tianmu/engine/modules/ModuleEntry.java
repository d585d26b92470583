package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.spi.definition.Text;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * A jar in the modules folder, as it was read, and why it does not run, if it does not. Used by one thread at a time.
 */
final class ModuleEntry {

    private final Path file;
    private final Optional<ModuleCandidate> candidate;
    private final Optional<RefusedModule> refusal;
    private Optional<Text> failure = Optional.empty();

    private ModuleEntry(Path file, Optional<ModuleCandidate> candidate, Optional<RefusedModule> refusal) {
        this.file = file;
        this.candidate = candidate;
        this.refusal = refusal;
    }

    static ModuleEntry of(Path file, ModuleCandidate candidate) {
        return new ModuleEntry(file, Optional.of(candidate), Optional.empty());
    }

    /** The file is not acceptable; what was before in its place goes on, if there was something. */
    static ModuleEntry refused(Path file, RefusedModule refusal, Optional<ModuleCandidate> before) {
        return new ModuleEntry(file, before, Optional.of(refusal));
    }

    Path file() {
        return file;
    }

    /** Whether an operator stopped it: it is known and does not run. */
    boolean isStopped() {
        return ModulesFolder.isStopped(file);
    }

    /** What should run of this file. */
    Optional<ModuleCandidate> candidate() {
        return candidate;
    }

    /** The candidate of an entry that has one. */
    ModuleCandidate module() {
        return candidate.orElseThrow();
    }

    /** Whether what should run of it is the module of this name; a file that is no module is called by its own. */
    boolean isOf(String moduleName) {
        return candidate.map(ModuleCandidate::name).orElseGet(() -> file.getFileName().toString()).equals(moduleName);
    }

    /** The version of what should run of it. */
    Version version() {
        return candidate.map(ModuleCandidate::version).orElse(Version.emptyVersion);
    }

    /** Why the file itself does not run. */
    Optional<Text> problem() {
        return refusal.map(RefusedModule::reason).or(() -> failure);
    }

    /** What was found of the file's own signature, also when that is why it does not run; empty when it was not read. */
    Optional<SignatureFinding> signature() {
        return refusal.isPresent()
                ? refusal.get().signature()
                : candidate.map(ModuleCandidate::signature);
    }

    /** What it failed for may be different now. */
    void tryAgain() {
        failure = Optional.empty();
    }

    void fail(Text reason) {
        failure = Optional.of(reason);
    }
}
