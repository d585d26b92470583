package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.CallDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;

/** Whether a module fits to itself and to those that are there, which the framework cannot tell. */
final class ModuleFit {

    private ModuleFit() {}

    /** Two modules cannot bring the same program, notice or call. */
    static void checkNobodyElseHas(ModuleCandidate candidate, Collection<InstalledModule> installed)
            throws RefusedModule {
        ModuleDefinition mine = candidate.definition();
        for (InstalledModule other : installed) {
            if (other.candidate().name().equals(candidate.name())) {
                continue;
            }
            ModuleDefinition theirs = other.candidate().definition();
            if (theirs.kind() == mine.kind() && theirs.id().equals(mine.id())) {
                throw new RefusedModule(
                        mine.id() + " 已由模块 " + other.candidate().name() + " 提供",
                        mine.id() + " is brought by the module " + other.candidate().name() + " already");
            }
            Set<String> shared = callsOf(mine);
            shared.retainAll(callsOf(theirs));
            if (!shared.isEmpty()) {
                throw new RefusedModule(
                        "批次 " + shared + " 已由模块 " + other.candidate().name() + " 提供",
                        "the calls " + shared + " are brought by the module " + other.candidate().name() + " already");
            }
        }
    }

    private static Set<String> callsOf(ModuleDefinition definition) {
        Set<String> calls = new HashSet<>();
        if (definition instanceof ModuleDefinition.OfNotice notice) {
            notice.notice().calls().stream().map(CallDefinition::id).forEach(calls::add);
        }
        return calls;
    }

    /** The manifest must say the same as the definition, since the resolver goes by the manifest alone. */
    static void checkManifest(Bundle bundle, ModuleCandidate candidate) throws RefusedModule {
        if (candidate.definition() instanceof ModuleDefinition.OfProgram program) {
            String expected = program.id() + " " + candidate.version();
            List<String> provided = ModuleFramework.provided(bundle).stream()
                    .map(ModuleFramework.ProvidedProgram::toString)
                    .toList();
            if (!provided.equals(List.of(expected))) {
                throw new RefusedModule(
                        "清单提供 " + provided + "，与 program.xml 的 " + expected + " 不符",
                        "the manifest provides " + provided + ", the definition is " + expected);
            }
        } else if (candidate.definition() instanceof ModuleDefinition.OfNotice notice) {
            Set<String> required = new HashSet<>();
            ModuleFramework.required(bundle).forEach(requirement -> required.add(requirement.program()));
            for (CallDefinition call : notice.notice().calls()) {
                if (!required.contains(call.program())) {
                    throw new RefusedModule(
                            "批次 " + call.id() + " 用到事项 " + call.program() + "，清单没有声明",
                            "the call " + call.id() + " opens the program " + call.program()
                                    + ", which the manifest does not require");
                }
            }
        }
    }
}
