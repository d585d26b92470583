package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.compare.CaseImpact;
import gov.tianmu.engine.modules.compare.DefinitionComparison;
import gov.tianmu.engine.modules.definition.DefinitionError;
import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.spi.definition.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a dry run found of a jar: what it is, what would keep it from starting, what it would change. Nothing was started
 * and nothing changed for it; it is true at the moment it was made.
 *
 * @param name the bundle's symbolic name; empty when the file does not say, or not in a way to be relied on
 * @param version the bundle's version; empty like the name
 * @param claimed what a file without a name says of itself all the same, for people only; empty when it has a name
 * @param kind what it brings; empty when the file does not say
 * @param title what the screen calls what it brings; empty when unreadable
 * @param sha256 digest of the file, 64 hexadecimal digits
 * @param signature what was found of its signature; empty when the file is no readable jar
 * @param errors what is wrong in its definition, with line and column
 * @param problems why it could not start, apart from the errors
 * @param inForce the version of the same module that is installed now
 * @param comparison what it has otherwise than the definition in force, or the one that was last; empty when there was
 *     none
 * @param impact what it would mean for open cases; empty for a notice
 * @param waitsFor the programs it would wait for
 */
public record ModuleReport(
        Optional<String> name,
        String version,
        Optional<ClaimedModule> claimed,
        Optional<ModuleKind> kind,
        Optional<Text> title,
        String sha256,
        Optional<SignatureFinding> signature,
        List<DefinitionError> errors,
        List<Text> problems,
        Optional<String> inForce,
        Optional<DefinitionComparison> comparison,
        Optional<CaseImpact> impact,
        List<Text> waitsFor) {

    public ModuleReport {
        Objects.requireNonNull(name, "name");
        errors = List.copyOf(errors);
        problems = List.copyOf(problems);
        waitsFor = List.copyOf(waitsFor);
    }

    /** Whether it breaks open cases, so that it starts only when somebody who has seen this says so. */
    public boolean breaksCases() {
        return impact.map(CaseImpact::breaksCases).orElse(false);
    }

    /** Whether it could be put into the folder and would run, or wait for its program; open cases apart. */
    public boolean mayStart() {
        return errors.isEmpty() && problems.isEmpty();
    }
}
