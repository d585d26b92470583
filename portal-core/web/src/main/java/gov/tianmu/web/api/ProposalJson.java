package gov.tianmu.web.api;

import gov.tianmu.engine.modules.ClaimedModule;
import gov.tianmu.engine.modules.ModuleReport;
import gov.tianmu.engine.modules.compare.CaseImpact;
import gov.tianmu.engine.modules.compare.DefinitionChange;
import gov.tianmu.engine.modules.compare.Misfit;
import gov.tianmu.engine.modules.console.ExaminedProposal;
import gov.tianmu.engine.modules.console.ProposalRow;
import gov.tianmu.engine.modules.definition.DefinitionError;
import gov.tianmu.spi.definition.Text;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An uploaded jar, and what a dry run finds of it while nobody has decided. */
@Schema(name = "ModuleProposal")
public record ProposalJson(
        String id,
        String fileName,
        @Schema(description = "The bundle's symbolic name") String module,
        String version,
        String title,
        String sha256,
        @Schema(description = "In bytes") long size,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Schema(enumeration = {"proposed", "applied", "discarded"}) String state,
        String decidedBy,
        OffsetDateTime decidedAt,
        @Schema(description = "While nobody has decided") ReportJson report) {

    /** What a dry run found. */
    @Schema(name = "ModuleReport")
    public record ReportJson(
            OffsetDateTime at,
            @Schema(description = "Whether it could be started, open cases apart") boolean mayStart,
            @Schema(description = "Whether it starts only with despiteCases") boolean breaksCases,
            @Schema(description = "Names what was found; an application that gives it is refused when worse is found")
                    String seen,
            @Schema(description = "What a file that is not relied on says it is, unverified; absent when module tells")
                    ClaimJson claimed,
            @Schema(enumeration = {"program", "notice"}) String kind,
            @Schema(description = "The version it would replace") String inForce,
            SignatureJson signature,
            @Schema(description = "What is wrong in its definition") List<ErrorJson> errors,
            @Schema(description = "What else keeps it from starting") List<String> problems,
            @Schema(description = "The programs it would wait for") List<String> waitsFor,
            @Schema(description = "Against the definition in force, or the one that was last; absent for none")
                    List<ChangeJson> changes,
            @Schema(description = "What it means for open cases; absent for a notice") ImpactJson impact) {

        static ReportJson of(ExaminedProposal examined, Locale locale) {
            ModuleReport report = examined.report();
            return new ReportJson(
                    CallJson.time(examined.at()),
                    report.mayStart(),
                    report.breaksCases(),
                    examined.grade().code(),
                    report.claimed().map(ClaimJson::of).orElse(null),
                    report.kind().map(kind -> kind.code()).orElse(null),
                    report.inForce().orElse(null),
                    report.signature().map(finding -> SignatureJson.of(finding, locale)).orElse(null),
                    report.errors().stream().map(error -> ErrorJson.of(error, locale)).toList(),
                    said(report.problems(), locale),
                    said(report.waitsFor(), locale),
                    report.comparison()
                            .map(comparison -> comparison.changes().stream()
                                    .map(change -> ChangeJson.of(change, locale))
                                    .toList())
                            .orElse(null),
                    report.impact().map(impact -> ImpactJson.of(impact, locale)).orElse(null));
        }

        private static List<String> said(List<Text> words, Locale locale) {
            return words.stream().map(each -> each.in(locale)).toList();
        }
    }

    /** What a file says it is. Nobody vouches for it. */
    @Schema(name = "ClaimedModule")
    public record ClaimJson(
            @Schema(description = "The bundle's symbolic name") String module, String version) {

        static ClaimJson of(ClaimedModule claimed) {
            return new ClaimJson(claimed.name(), claimed.version().isEmpty() ? null : claimed.version());
        }
    }

    /** What is wrong in a definition, and where. */
    @Schema(name = "DefinitionError")
    public record ErrorJson(
            String resource,
            @Schema(description = "Counting from 1; 0 when the whole file is meant") int line,
            int column,
            String message) {

        static ErrorJson of(DefinitionError error, Locale locale) {
            return new ErrorJson(
                    error.resource(), error.line(), error.column(), error.message().in(locale));
        }
    }

    /** One thing that is otherwise than in the definition before. */
    @Schema(name = "DefinitionChange")
    public record ChangeJson(
            @Schema(enumeration = {"added", "removed", "changed"}) String kind,
            @Schema(description = "section, field, document, stage, score and so on") String part,
            String id,
            String label,
            String before,
            String after) {

        static ChangeJson of(DefinitionChange change, Locale locale) {
            return new ChangeJson(
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.part().name().toLowerCase(Locale.ROOT),
                    change.id(),
                    change.label().in(locale),
                    change.before().isEmpty() ? null : change.before().in(locale),
                    change.after().isEmpty() ? null : change.after().in(locale));
        }
    }

    /** What it means for the open cases that stand on other definitions. */
    @Schema(name = "CaseImpact")
    public record ImpactJson(
            int drafts,
            @Schema(description = "Cases that were handed in") int others,
            int fitting,
            @Schema(description = "Kept with their definition, as the module declares") int staying,
            @Schema(description = "Those that do not fit, twenty at most") List<MisfitJson> misfits,
            int misfitCount) {

        static ImpactJson of(CaseImpact impact, Locale locale) {
            return new ImpactJson(
                    impact.drafts(),
                    impact.others(),
                    impact.fitting(),
                    impact.staying(),
                    impact.misfits().stream()
                            .map(misfit -> MisfitJson.of(misfit, locale))
                            .toList(),
                    impact.misfitCount());
        }
    }

    /** A case that does not fit. */
    @Schema(name = "Misfit")
    public record MisfitJson(
            String number, String stage, List<String> fields, String words) {

        static MisfitJson of(Misfit misfit, Locale locale) {
            return new MisfitJson(
                    misfit.caseNumber(), misfit.stage(), misfit.fields(), misfit.words().in(locale));
        }
    }

    static ProposalJson of(ExaminedProposal examined, Locale locale) {
        return of(examined.proposal(), ReportJson.of(examined, locale), locale);
    }

    static ProposalJson of(ProposalRow proposal, Locale locale) {
        return of(proposal, null, locale);
    }

    private static ProposalJson of(ProposalRow proposal, ReportJson report, Locale locale) {
        return new ProposalJson(
                proposal.id(),
                proposal.fileName(),
                proposal.module().isEmpty() ? null : proposal.module(),
                proposal.version().isEmpty() ? null : proposal.version(),
                proposal.title().in(locale),
                proposal.sha256(),
                proposal.size(),
                proposal.by(),
                CallJson.time(proposal.at()),
                proposal.state().code(),
                proposal.decidedBy().isEmpty() ? null : proposal.decidedBy(),
                proposal.decidedAt().map(CallJson::time).orElse(null),
                report);
    }
}
