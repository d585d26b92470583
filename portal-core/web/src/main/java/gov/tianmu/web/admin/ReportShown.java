package gov.tianmu.web.admin;

import gov.tianmu.engine.modules.ModuleReport;
import gov.tianmu.engine.modules.compare.CaseImpact;
import gov.tianmu.engine.modules.compare.DefinitionChange;
import gov.tianmu.engine.modules.compare.DefinitionChange.Kind;
import gov.tianmu.engine.modules.compare.DefinitionChange.Part;
import gov.tianmu.engine.modules.compare.DefinitionComparison;
import gov.tianmu.engine.modules.console.ExaminedProposal;
import gov.tianmu.engine.modules.definition.DefinitionError;
import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.display.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A dry run's report in the order in which an operator decides: the verdict, the checks, the changes, the open cases.
 */
public final class ReportShown {

    /** So many changes are shown; the report to download has all. */
    private static final int MOST_CHANGES = 60;

    private static final Set<Part> FORM = Set.of(Part.SECTION, Part.FIELD);
    private static final Set<Part> DOCUMENTS = Set.of(Part.DOCUMENT);
    private static final Set<Part> STAGES = Set.of(Part.STAGE);
    private static final Set<Part> SCORES = Set.of(Part.SCORE);
    private static final double MILLIS = 1000.0;
    private static final double SHORTEST = 0.1;

    private final ExaminedProposal examined;
    private final Texts texts;
    private final Locale locale;
    private final List<CheckShown> checks;

    ReportShown(ExaminedProposal examined, Texts texts, Locale locale) {
        this.examined = examined;
        this.texts = texts;
        this.locale = locale;
        this.checks = checks();
    }

    private ModuleReport report() {
        return examined.report();
    }

    /** The verdict: ok, warn (cases do not fit) or err (cannot start). */
    public String getVerdict() {
        if (!report().mayStart()) {
            return "err";
        }
        return report().breaksCases() ? "warn" : "ok";
    }

    /** The verdict in words. */
    public String getVerdictWords() {
        boolean upgrade = report().inForce().isPresent();
        return texts.of("admin.report.verdict." + getVerdict() + (upgrade ? ".upgrade" : ".new"), getMisfitCount());
    }

    /** What a file that is not relied on says it is, in words that say so; empty for any other. */
    public String getClaim() {
        return report().claimed()
                .map(claimed -> texts.of(
                        "admin.report.claimed", (claimed.name() + " " + claimed.version()).strip()))
                .orElse("");
    }

    /** Whether it could be started. */
    public boolean isStartable() {
        return report().mayStart();
    }

    public long getPassed() {
        return count("ok");
    }

    public long getToKnow() {
        return count("warn");
    }

    public long getStopping() {
        return count("err");
    }

    private long count(String kind) {
        return checks.stream().filter(check -> check.kind().equals(kind)).count();
    }

    public List<CheckShown> getChecks() {
        return checks;
    }

    private List<CheckShown> checks() {
        List<CheckShown> all = new ArrayList<>();
        report().signature().ifPresent(finding -> all.add(signature(finding)));
        if (!report().errors().isEmpty()) {
            all.add(CheckShown.err(
                    "definition",
                    report().errors().stream()
                            .map(DefinitionError::inWords)
                            .map(this::said)
                            .toList()));
        }
        if (report().name().isEmpty()) {
            if (report().signature().map(SignatureFinding::mayStart).orElse(true) && !report().problems().isEmpty()) {
                all.add(CheckShown.err("file", said(report().problems())));
            }
            return all;
        }
        all.add(CheckShown.ok("definition", texts.of("admin.report.definition.sound")));
        all.add(links());
        if (report().comparison().isPresent()) {
            DefinitionComparison comparison = report().comparison().get();
            all.add(changed("form", FORM, comparison, false));
            all.add(changed("documents", DOCUMENTS, comparison, false));
            all.add(changed("stages", STAGES, comparison, true));
            all.add(changed("scores", SCORES, comparison, true));
            if (comparison.changes().stream().anyMatch(ReportShown::isOther)) {
                all.add(other(comparison));
            }
        } else {
            all.add(CheckShown.ok("form", texts.of("admin.report.first")));
        }
        report().impact().ifPresent(impact -> all.add(cases(impact)));
        return all;
    }

    private CheckShown signature(SignatureFinding finding) {
        String words = said(finding.words());
        if (finding.standing() == Standing.TRUSTED) {
            return CheckShown.ok("signature", words);
        }
        return finding.mayStart()
                ? CheckShown.warn("signature", List.of(words))
                : CheckShown.err("signature", List.of(words));
    }

    private CheckShown links() {
        if (!report().problems().isEmpty()) {
            return CheckShown.err("links", said(report().problems()));
        }
        return report().waitsFor().isEmpty()
                ? CheckShown.ok("links", texts.of("admin.report.links.there"))
                : CheckShown.warn("links", said(report().waitsFor()));
    }

    private CheckShown changed(String key, Set<Part> parts, DefinitionComparison comparison, boolean always) {
        long added = count(Kind.ADDED, parts, comparison);
        long changed = count(Kind.CHANGED, parts, comparison);
        long removed = count(Kind.REMOVED, parts, comparison);
        if (added + changed + removed == 0) {
            return CheckShown.ok(key, texts.of("admin.report.same"));
        }
        String words = texts.of("admin.report.changed", added, changed, removed);
        return removed > 0 || always ? CheckShown.warn(key, List.of(words)) : CheckShown.ok(key, words);
    }

    private static long count(Kind kind, Set<Part> parts, DefinitionComparison comparison) {
        return parts.stream().mapToLong(part -> comparison.count(kind, part)).sum();
    }

    private static boolean isOther(DefinitionChange change) {
        return !FORM.contains(change.part())
                && !DOCUMENTS.contains(change.part())
                && !STAGES.contains(change.part())
                && !SCORES.contains(change.part());
    }

    private CheckShown other(DefinitionComparison comparison) {
        List<String> parts = comparison.changes().stream()
                .filter(ReportShown::isOther)
                .map(change -> texts.of(partKey(change)))
                .distinct()
                .toList();
        return CheckShown.warn(
                "other",
                List.of(texts.of(
                        "admin.report.other", String.join(Locale.ENGLISH.equals(locale) ? ", " : "、", parts))));
    }

    private CheckShown cases(CaseImpact impact) {
        if (impact.touched() == 0) {
            return CheckShown.ok("cases", texts.of("admin.report.cases.none"));
        }
        String counts = texts.of("admin.report.cases.count", impact.drafts(), impact.others(), impact.fitting());
        List<String> lines = new ArrayList<>(List.of(counts));
        if (impact.staying() > 0) {
            lines.add(texts.of("admin.report.cases.staying", impact.staying()));
        }
        if (impact.breaksCases()) {
            lines.add(texts.of("admin.report.cases.misfits", impact.misfitCount()));
        }
        return lines.size() == 1 ? CheckShown.ok("cases", counts) : CheckShown.warn("cases", lines);
    }

    /** What is otherwise than in the definition in force, the first of it. */
    public List<DefinitionChange> getChanges() {
        return report().comparison()
                .map(comparison -> comparison.changes().stream().limit(MOST_CHANGES).toList())
                .orElse(List.of());
    }

    /** How many changes are not shown. */
    public int getMoreChanges() {
        return report().comparison().map(c -> Math.max(0, c.changes().size() - MOST_CHANGES)).orElse(0);
    }

    /** The key of what a change is about. */
    public String partKey(DefinitionChange change) {
        return "admin.report.part." + change.part().name().toLowerCase(Locale.ROOT);
    }

    public CaseImpact getImpact() {
        return report().impact().filter(impact -> impact.touched() > 0).orElse(null);
    }

    public int getMisfitCount() {
        return report().impact().map(CaseImpact::misfitCount).orElse(0);
    }

    /** Misfits that are not named. */
    public int getMoreMisfits() {
        return report().impact().map(i -> i.misfitCount() - i.misfits().size()).orElse(0);
    }

    /** Whether it starts only when somebody says so who has seen this. */
    public boolean isBreaking() {
        return report().breaksCases();
    }

    /** What whoever presses a button below has seen. */
    public String getGrade() {
        return examined.grade().code();
    }

    /** In seconds, with one decimal; a tenth at least. */
    public String getTook() {
        return String.format(Locale.ROOT, "%.1f", Math.max(SHORTEST, examined.took().toMillis() / MILLIS));
    }

    private List<String> said(List<Text> words) {
        return words.stream().map(this::said).toList();
    }

    private String said(Text words) {
        return words.in(locale);
    }
}
