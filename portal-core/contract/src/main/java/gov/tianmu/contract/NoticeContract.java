package gov.tianmu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.ModuleRehearsal;
import gov.tianmu.engine.modules.ModuleWiring;
import gov.tianmu.engine.modules.ProgramRequirement;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every notice module must pass. Extend it in the module's own tests, with nothing in it:
 *
 * <pre>{@code
 * class MyNoticeTest extends NoticeContract {}
 * }</pre>
 *
 * <p>The programs it opens are stood in for; whether its real program takes it, a portal's dry run says.
 */
public abstract class NoticeContract extends ModuleContract {

    protected NoticeContract() {
        super(ModuleKind.NOTICE);
    }

    @Override
    DefinitionReading<?> reading() {
        return module().notice();
    }

    private NoticeDefinition notice() {
        return ((DefinitionReading.Sound<NoticeDefinition>) module().notice()).definition();
    }

    @Override
    String id() {
        return notice().id();
    }

    @Override
    boolean isLive(ModuleRehearsal somewhere) {
        return somewhere.notice(id()).isPresent();
    }

    @Override
    List<String> contradictions(ModuleWiring wiring) {
        List<String> contradictions = new ArrayList<>();
        for (CallDefinition call : notice().calls()) {
            if (wiring.requires().stream().noneMatch(each -> each.program().equals(call.program()))) {
                contradictions.add("The call " + call.id() + " opens the program " + call.program()
                        + ", which the manifest does not require. Add " + clause(call.program()));
            }
        }
        for (ProgramRequirement requirement : wiring.requires()) {
            if (notice().calls().stream().noneMatch(call -> call.program().equals(requirement.program()))) {
                contradictions.add("The manifest requires " + requirement + ", which no call opens. Take it out.");
            }
        }
        if (!wiring.programs().isEmpty()) {
            contradictions.add("A notice provides no program. Take Provide-Capability out.");
        }
        return contradictions;
    }

    @Override
    List<ProgramRequirement> needs(ModuleWiring wiring) {
        return wiring.requires().stream().filter(requirement -> !requirement.optional()).toList();
    }

    @Test
    public void itHasNoJava() {
        assertEquals(
                List.of(),
                module().names().stream()
                        .filter(name -> name.endsWith(".class") || name.startsWith("OSGI-INF/"))
                        .toList(),
                "A notice brings words, dates and amounts, never Java. Take the classes out, or put them into its"
                        + " program.");
        assertEquals(
                Optional.empty(),
                Optional.of(module().header("Service-Component")).filter(header -> !header.isEmpty()),
                "A notice has no components. Take Service-Component out of bnd.bnd.");
    }

    @Test
    public void itsProgramsVersionsAreBoundedOnBothSides() throws Exception {
        List<String> open = wiring().requires().stream()
                .filter(requirement -> !requirement.range().matches("≥[0-9.]+ <[0-9.]+"))
                .map(requirement -> requirement + ": write " + clause(requirement.program()))
                .toList();
        assertEquals(
                List.of(),
                open,
                "A program's next major version may ask something else, and this notice would open it unread. Say from"
                        + " which version on, and below which, the program will do.");
    }

    private static String clause(String program) {
        return "tianmu.program;filter:=\"(&(program=" + program + ")(version>=1.0)(!(version>=2.0)))\"";
    }
}
