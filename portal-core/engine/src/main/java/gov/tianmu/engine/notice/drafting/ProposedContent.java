package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftList;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.NoticeDefinition.Awarded;
import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a draft begins with. For a later year: the number's year moved and its count left to fill, dates and the years in
 * titles moved, calls named anew, lists of earlier titles there but not published again. For a correction: the notice as
 * it stands, under the ids it has. The text is never touched: its years may be those of other documents.
 */
final class ProposedContent {

    private static final Pattern YEAR_ZH = Pattern.compile("(?<!\\d)(20\\d\\d)(?=年)");
    private static final Pattern YEAR_EN = Pattern.compile("\\b(20\\d\\d)\\b");
    private static final Pattern NUMBER_YEAR = Pattern.compile("(?<=[〔\\[【（(［])\\d{4}(?=[〕\\]】）)］])");
    private static final Pattern COUNT = Pattern.compile("(?<=[〕\\]】）)］])\\s*第?\\s*\\d+\\s*(?=号)");
    private static final Set<String> OWN_FIELDS = Set.of("grant", "quota", "pass-mark");

    private final NoticeDefinition base;
    private final UnaryOperator<String> texts;
    private final int yearsOn;
    private final boolean correction;

    private ProposedContent(
            NoticeDefinition base, UnaryOperator<String> texts, int yearsOn, boolean correction) {
        this.base = base;
        this.texts = texts;
        this.yearsOn = yearsOn;
        this.correction = correction;
    }

    /**
     * A notice of a later year.
     *
     * @param texts the XHTML of the earlier notice's files by name
     * @param year the year of the new one
     */
    static NoticeContent forYear(NoticeDefinition base, UnaryOperator<String> texts, int year) {
        return new ProposedContent(base, texts, year - base.issuedOn().getYear(), false).content();
    }

    /** The same notice, to be corrected. */
    static NoticeContent forCorrection(NoticeDefinition base, UnaryOperator<String> texts) {
        return new ProposedContent(base, texts, 0, true).content();
    }

    private NoticeContent content() {
        return new NoticeContent(
                correction ? base.number() : number(),
                moved(base.title()),
                base.issuer(),
                base.issuedOn().plusYears(yearsOn).toString(),
                base.contacts().office(),
                base.contacts().address(),
                String.join("、", base.contacts().persons()),
                String.join("、", base.contacts().telephones()),
                NoticeMarkup.of(texts.apply(base.text())),
                attachments(),
                calls(),
                lists());
    }

    private String number() {
        int year = base.issuedOn().getYear() + yearsOn;
        String moved = NUMBER_YEAR.matcher(base.number()).replaceFirst(String.valueOf(year));
        return COUNT.matcher(moved).replaceFirst("");
    }

    private Text moved(Text title) {
        return yearsOn == 0
                ? title
                : new Text(
                        YEAR_ZH.matcher(title.zh()).replaceAll(this::moved),
                        YEAR_EN.matcher(title.en()).replaceAll(this::moved));
    }

    private String moved(MatchResult year) {
        return String.valueOf(Integer.parseInt(year.group(1)) + yearsOn);
    }

    private List<DraftAttachment> attachments() {
        List<DraftAttachment> attachments = new ArrayList<>();
        for (NoticeDefinition.Attachment each : base.attachments()) {
            attachments.add(new DraftAttachment(
                    "a" + (attachments.size() + 1),
                    moved(each.title()),
                    NoticeMarkup.of(texts.apply(each.text()))));
        }
        return attachments;
    }

    private List<DraftCall> calls() {
        List<DraftCall> calls = new ArrayList<>();
        Set<String> suffixes = new HashSet<>();
        for (CallDefinition each : base.calls()) {
            Map<String, String> parameters = new TreeMap<>(each.parameters());
            String others = parameters.entrySet().stream()
                    .filter(parameter -> !OWN_FIELDS.contains(parameter.getKey()))
                    .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
                    .collect(Collectors.joining("\n"));
            String suffix = suffix(each);
            if (!suffixes.add(suffix)) {
                suffix = suffix + "-" + (calls.size() + 1);
            }
            calls.add(new DraftCall(
                    "c" + (calls.size() + 1),
                    correction ? each.id() : "",
                    suffix,
                    each.program(),
                    moved(each.title()),
                    WrittenTimes.writeOpening(each.opens(), yearsOn),
                    WrittenTimes.writeClosing(each.closes(), yearsOn),
                    parameters.getOrDefault("grant", ""),
                    parameters.getOrDefault("quota", ""),
                    parameters.getOrDefault("pass-mark", ""),
                    others,
                    String.join("\n", each.eligible())));
        }
        return calls;
    }

    private String suffix(CallDefinition call) {
        String own = base.id() + "-";
        return call.id().startsWith(own) && call.id().length() > own.length()
                ? call.id().substring(own.length())
                : call.program();
    }

    private List<DraftList> lists() {
        List<DraftList> lists = new ArrayList<>();
        for (NoticeDefinition.AwardedList each : base.lists()) {
            lists.add(new DraftList(
                    "l" + (lists.size() + 1),
                    correction,
                    each.program(),
                    each.awardedIn().toString(),
                    each.title(),
                    each.entries().stream().map(ProposedContent::entry).collect(Collectors.joining("\n"))));
        }
        return lists;
    }

    private static String entry(Awarded awarded) {
        String line = String.join(" | ", awarded.name(), awarded.unit(), awarded.leader(), awarded.trade());
        return line.replaceFirst("(?: \\| ?)+$", "");
    }
}
