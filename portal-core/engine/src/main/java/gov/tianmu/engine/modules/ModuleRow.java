package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * A module as the console shows it.
 *
 * @param name the bundle's symbolic name, or the file's name when the file is no module
 * @param file the file in the modules folder; empty when it is gone
 * @param version the version that runs; for a module that does not run, that of the file; empty when it is unreadable
 * @param kind what it brings; empty when the file does not say
 * @param state where it stands
 * @param reason why it is not active, or why the newer file was refused while the older version goes on; in both
 *     languages; may be empty
 * @param title what the screen calls what it brings; empty when unknown
 * @param provides the capabilities it provides to other modules, as words
 * @param requires the capabilities it requires of other modules, as words
 * @param since when it came into this state, by the portal's clock
 * @param signature what was found of the signature of the jar that runs, or of the file when nothing of it runs; empty
 *     when the file could not be read
 * @param previous the version that ran before and can be rolled back to; empty when there is none
 * @param remarks what else an operator should know and that stops nobody
 */
public record ModuleRow(
        String name,
        String file,
        String version,
        Optional<ModuleKind> kind,
        ModuleState state,
        Text reason,
        Optional<Text> title,
        List<String> provides,
        List<String> requires,
        Instant since,
        Optional<SignatureFinding> signature,
        Optional<String> previous,
        List<Text> remarks) {

    public ModuleRow {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
        remarks = List.copyOf(remarks);
    }

    /** Whether what ran before is newer than this, since somebody went back from it: to run it again is no way back. */
    public boolean isPreviousNewer() {
        return previous.filter(before -> Version.parseVersion(before).compareTo(Version.parseVersion(version)) > 0)
                .isPresent();
    }

    /** The same row, in its state since then. */
    ModuleRow since(Instant then) {
        return new ModuleRow(
                name, file, version, kind, state, reason, title, provides, requires, then, signature, previous, remarks);
    }
}
