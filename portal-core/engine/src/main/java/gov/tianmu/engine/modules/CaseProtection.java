package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.compare.CaseImpact;
import gov.tianmu.engine.modules.compare.Misfit;
import gov.tianmu.engine.modules.compare.OpenCases;
import gov.tianmu.spi.definition.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps a program's new definition out that open cases would not fit and that says nothing about them. */
final class CaseProtection {

    private static final int NAMED = 5;

    private final OpenCases openCases;

    CaseProtection(OpenCases openCases) {
        this.openCases = openCases;
    }

    /** What a module would mean for open cases; empty for one that brings no program. */
    Optional<CaseImpact> impactOf(ModuleCandidate candidate) {
        return candidate.definition() instanceof ModuleDefinition.OfProgram program
                ? Optional.of(openCases.impactOf(
                        program.id(), candidate.frozen().hash(), program.program(), candidate.migration()))
                : Optional.empty();
    }

    /** @throws RefusedModule when there is an open case that it breaks */
    void check(ModuleCandidate candidate) throws RefusedModule {
        Optional<CaseImpact> impact = impactOf(candidate);
        if (impact.isPresent() && impact.get().breaksCases()) {
            throw new RefusedModule(reason(impact.get()));
        }
    }

    private static Text reason(CaseImpact impact) {
        return new Text(
                "有" + impact.misfitCount() + "件在办件与新版申报表不符：" + named(impact, Text::zh, "；")
                        + "。请在program.xml里用<migration>写明怎样沿用，或在管理端看过试运行报告后启用",
                impact.misfitCount() + " open cases do not fit the new form: " + named(impact, CaseProtection::english, "; ")
                        + ". Declare a <migration> in program.xml, or start it in the console after reading the report");
    }

    private static String named(CaseImpact impact, Function<Text, String> language, String separator) {
        List<Misfit> some = impact.misfits().stream().limit(NAMED).toList();
        String named = some.stream()
                .map(misfit -> misfit.caseNumber() + " " + language.apply(misfit.words()))
                .collect(Collectors.joining(separator));
        return impact.misfitCount() > some.size() ? named + " …" : named;
    }

    private static String english(Text words) {
        return words.en().isEmpty() ? words.zh() : words.en();
    }
}
