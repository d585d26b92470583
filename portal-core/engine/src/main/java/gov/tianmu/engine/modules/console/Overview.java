package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.ModuleState;
import gov.tianmu.engine.modules.isolation.ModuleHealth;
import gov.tianmu.engine.modules.isolation.ModuleHealths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts together what the runtime, the calls, the cases and the proposals know of modules: four queries for the counts.
 */
@ApplicationScoped
class Overview {

    @Inject
    private ModuleRuntime runtime;

    @Inject
    private Instance<CallsInHand> calls;

    @Inject
    private Instance<CasesInHand> cases;

    @Inject
    private ModuleHealths healths;

    @Inject
    private Proposals proposals;

    /** These modules; call it in a transaction. */
    List<ModuleOverview> of(List<ModuleRow> rows) {
        Map<String, String> defined = runtime.defined();
        Counts counts = new Counts();
        for (ModuleKind kind : ModuleKind.values()) {
            List<String> ids = rows.stream()
                    .filter(row -> row.kind().filter(kind::equals).isPresent())
                    .flatMap(row -> Optional.ofNullable(defined.get(row.name())).stream())
                    .toList();
            counts.count(kind, ids);
        }
        Map<String, ProposalRow> open = proposals.open().stream()
                .map(Proposal::row)
                .collect(Collectors.toMap(ProposalRow::module, Function.identity(), (latest, earlier) -> latest));
        return rows.stream()
                .map(row -> {
                    String id = defined.getOrDefault(row.name(), "");
                    return new ModuleOverview(
                            row,
                            id,
                            row.state() == ModuleState.ACTIVE ? counts.calls(row, id) : 0,
                            counts.cases(row, id),
                            health(row, id),
                            Optional.ofNullable(open.get(row.name())));
                })
                .toList();
    }

    /** Notices bring no code that is called. */
    private List<ModuleHealth> health(ModuleRow row, String id) {
        boolean called = row.state() == ModuleState.ACTIVE
                && row.kind().filter(ModuleKind.PROGRAM::equals).isPresent();
        return called ? healths.of(id) : List.of();
    }

    /** The figures of both kinds. */
    private final class Counts {

        private final Map<ModuleKind, Map<String, Integer>> openCalls = new HashMap<>();
        private final Map<ModuleKind, Map<String, CasesInHand.Count>> openCases = new HashMap<>();

        void count(ModuleKind kind, Collection<String> ids) {
            if (!ids.isEmpty()) {
                calls.forEach(each -> openCalls.put(kind, each.open(kind, ids)));
                cases.forEach(each -> openCases.put(kind, each.open(kind, ids)));
            }
        }

        int calls(ModuleRow row, String id) {
            return row.kind().map(kind -> of(openCalls, kind).getOrDefault(id, 0)).orElse(0);
        }

        CasesInHand.Count cases(ModuleRow row, String id) {
            return row.kind()
                    .map(kind -> of(openCases, kind).getOrDefault(id, CasesInHand.Count.NONE))
                    .orElse(CasesInHand.Count.NONE);
        }

        private <T> Map<String, T> of(Map<ModuleKind, Map<String, T>> figures, ModuleKind kind) {
            return figures.getOrDefault(kind, Map.of());
        }
    }
}
