package gov.tianmu.web.api;

import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.console.ModuleOverview;
import gov.tianmu.engine.modules.console.ProposalRow;
import gov.tianmu.engine.modules.isolation.ModuleHealth;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A module: its state, and the reason when it does not run. */
@Schema(name = "Module")
public record ModuleJson(
        String name,
        String file,
        String version,
        @Schema(enumeration = {"program", "notice"}) String kind,
        @Schema(description = "The id of its program or notice") String defines,
        @Schema(enumeration = {"active", "waiting", "refused", "stopped"}) String state,
        @Schema(description = "With the line and column of an error in a definition") String reason,
        String title,
        List<String> provides,
        List<String> requires,
        OffsetDateTime since,
        SignatureJson signature,
        @Schema(description = "The version that ran before and can be rolled back to") String previous,
        @Schema(description = "What else an operator should know") List<String> remarks,
        @Schema(description = "How many of its calls take applications now") Integer openCalls,
        @Schema(description = "Cases on it that are being filled in") Integer drafts,
        @Schema(description = "Cases on it that were handed in and are not decided") Integer cases,
        @Schema(description = "How the calls into it fare while it runs; a kind never called is left out")
                List<HealthJson> health,
        @Schema(description = "The id of the open proposal for it") String proposal) {

    /** How the calls of one kind into a module fare, since its present generation runs. */
    @Schema(name = "ModuleHealth")
    public record HealthJson(
            @Schema(enumeration = {"rules", "pages"}) String kind,
            @Schema(description = "closed: it is called", enumeration = {"closed", "open", "half-open"}) String state,
            long calls,
            long failures,
            long slowCalls,
            OffsetDateTime lastFailureAt,
            String lastCause,
            OffsetDateTime triedAgainAt) {

        static HealthJson of(ModuleHealth health) {
            return new HealthJson(
                    health.kind().code(),
                    health.state().code(),
                    health.calls(),
                    health.failures(),
                    health.slowCalls(),
                    health.lastFailureAt().map(CallJson::time).orElse(null),
                    health.lastCause().isEmpty() ? null : health.lastCause(),
                    health.triedAgainAt().map(CallJson::time).orElse(null));
        }
    }

    static ModuleJson of(ModuleOverview module, Locale locale) {
        return of(module.row(), Optional.of(module), locale);
    }

    /** A module right after something was done to it, without what stands on it. */
    static ModuleJson of(ModuleRow module, Locale locale) {
        return of(module, Optional.empty(), locale);
    }

    private static ModuleJson of(ModuleRow module, Optional<ModuleOverview> overview, Locale locale) {
        return new ModuleJson(
                module.name(),
                module.file(),
                module.version(),
                module.kind().map(kind -> kind.code()).orElse(null),
                overview.map(ModuleOverview::defines).filter(id -> !id.isEmpty()).orElse(null),
                module.state().code(),
                module.reason().isEmpty() ? null : module.reason().in(locale),
                module.title().map(title -> title.in(locale)).orElse(null),
                module.provides(),
                module.requires(),
                CallJson.time(module.since()),
                module.signature().map(finding -> SignatureJson.of(finding, locale)).orElse(null),
                module.previous().orElse(null),
                module.remarks().stream().map(remark -> remark.in(locale)).toList(),
                overview.map(ModuleOverview::openCalls).orElse(null),
                overview.map(each -> each.cases().drafts()).orElse(null),
                overview.map(each -> each.cases().others()).orElse(null),
                overview.map(each -> each.health().stream().map(HealthJson::of).toList()).orElse(null),
                overview.flatMap(ModuleOverview::proposal).map(ProposalRow::id).orElse(null));
    }
}
