package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftList;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.NoticeDefinition.Awarded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a draft, field by field. An error stops it from being submitted; a warning is shown to both who
 * submit and who approve.
 *
 * <p>Fields are called as in the form: {@code number}, {@code attachment.a1.text}, {@code call.c2.closes}.
 */
final class DraftCheck {

    static final int MAX_TITLE = 300;
    static final int MAX_TEXT = 200_000;

    /** Beyond these nobody reads on. */
    private static final int MOST_TOLD = 200;

    private static final int MAX_FAULTS = 20;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_WORDS = 200;
    private static final int MAX_NAMES = 20;
    private static final int MAX_UNITS = 5_000;
    private static final int MAX_ID = 60;
    private static final int MAX_PARAMETERS = 2_000;
    private static final int MAX_ATTACHMENTS = 50;
    private static final int MAX_PARTS = 20;
    private static final BigDecimal MOST_YUAN = new BigDecimal("1000000000");
    private static final BigDecimal MOST_POINTS = new BigDecimal("1000");
    private static final Pattern PARAMETER = Pattern.compile("\\s*([a-z0-9][a-z0-9-]{0,63})\\s*=\\s*\\S.*");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)年");

    private final NoticeContent content;
    private final DraftGround ground;
    private final List<Violation> violations = new ArrayList<>();

    private DraftCheck(NoticeContent content, DraftGround ground) {
        this.content = content;
        this.ground = ground;
    }

    static List<Violation> check(NoticeContent content, DraftGround ground) {
        DraftCheck check = new DraftCheck(content, ground);
        check.head();
        check.contact();
        check.text("text", content.text());
        check.attachments();
        check.calls();
        check.lists();
        return List.copyOf(check.violations.subList(0, Math.min(MOST_TOLD, check.violations.size())));
    }

    private void head() {
        if (needed("number", content.number(), MAX_NUMBER)) {
            number();
        }
        needed("title", content.title().zh(), MAX_TITLE);
        within("title-en", content.title().en(), MAX_TITLE);
        needed("issuer", content.issuer().zh(), MAX_WORDS);
        if (present("issued-on", content.issuedOn()) && WrittenTimes.day(content.issuedOn()).isEmpty()) {
            violations.add(Violation.error("issued-on", "date.form"));
        }
    }

    private void number() {
        String id = ground.idOf(content);
        if (id.isEmpty()) {
            violations.add(Violation.error("number", "notice.number.form"));
            return;
        }
        String number = WrittenLines.token(content.number());
        for (NoticeDefinition other : others()) {
            if (other.number().equals(number) || other.id().equals(id)) {
                violations.add(Violation.error("number", "notice.number.taken", "number", other.number()));
                return;
            }
        }
    }

    private List<NoticeDefinition> others() {
        return ground.notices().stream()
                .filter(notice -> !notice.id().equals(ground.correctionOf()))
                .toList();
    }

    private void contact() {
        needed("office", content.office().zh(), MAX_WORDS);
        needed("address", content.address().zh(), MAX_WORDS);
        names("persons", content.persons());
        names("telephones", content.telephones());
    }

    private void names(String field, String line) {
        List<String> names = WrittenLines.names(line);
        count(field, names.size(), MAX_NAMES);
        names.forEach(name -> within(field, name, MAX_WORDS));
    }

    private void text(String field, MarkedText text) {
        if (!needed(field, text.lines(), MAX_TEXT)) {
            return;
        }
        List<MarkupFault> faults = NoticeMarkup.read(text).faults();
        for (MarkupFault fault : faults.subList(0, Math.min(MAX_FAULTS, faults.size()))) {
            violations.add(new Violation(
                    field,
                    Violation.Severity.ERROR,
                    "notice.text." + fault.code(),
                    Map.of("line", fault.line(), "words", fault.words())));
        }
        if (!ground.isCorrection()) {
            earlierYears(field, text);
        }
    }

    /** The text is as it was: where it names last year, somebody has to look. */
    private void earlierYears(String field, MarkedText text) {
        int earlier = ground.base().issuedOn().getYear();
        List<String> lines = text.lines().lines().toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher year = YEAR.matcher(lines.get(i));
            boolean names = false;
            while (year.find()) {
                names |= Integer.parseInt(year.group(1)) <= earlier;
            }
            if (names) {
                found.add(String.valueOf(i + 1));
            }
        }
        if (!found.isEmpty()) {
            String where = String.join("、", found.subList(0, Math.min(8, found.size())));
            violations.add(Violation.warning(field, "notice.text.earlier-year", "year", earlier, "lines", where));
        }
    }

    private void attachments() {
        count("attachments", content.attachments().size(), MAX_ATTACHMENTS);
        for (DraftAttachment each : content.attachments()) {
            String field = "attachment." + each.key();
            needed(field + ".title", each.title().zh(), MAX_TITLE);
            within(field + ".title-en", each.title().en(), MAX_TITLE);
            text(field + ".text", each.text());
        }
    }

    private void calls() {
        count("calls", content.calls().size(), MAX_PARTS);
        if (content.calls().isEmpty()) {
            violations.add(Violation.warning("calls", "notice.calls.none"));
        }
        Set<String> ids = new HashSet<>();
        for (DraftCall call : content.calls()) {
            call(call, ids);
        }
    }

    private void call(DraftCall call, Set<String> ids) {
        String field = "call." + call.key();
        needed(field + ".title", call.title().zh(), MAX_TITLE);
        within(field + ".title-en", call.title().en(), MAX_TITLE);
        program(field + ".program", call, ids);
        window(field, call);
        amount(field + ".grant", call.grant(), MOST_YUAN, 2, "notice.grant.form");
        amount(field + ".quota", call.quota(), MOST_YUAN, 0, "notice.quota.form");
        amount(field + ".pass-mark", call.passMark(), MOST_POINTS, 2, "notice.pass-mark.form");
        others(field + ".others", call.others());
        units(field + ".eligible", call);
    }

    private void program(String field, DraftCall call, Set<String> ids) {
        if (!present(field, call.program())) {
            return;
        }
        if (!ground.mayOpen(call.program())) {
            violations.add(Violation.error(field, "notice.program.unknown", "program", call.program()));
        } else if (!ground.programs().containsKey(call.program())) {
            violations.add(Violation.warning(field, "notice.program.absent", "program", call.program()));
        }
        String id = call.idUnder(ground.idOf(content).isEmpty() ? "0" : ground.idOf(content));
        boolean taken = others().stream()
                .filter(notice -> !notice.id().equals(ground.idOf(content)))
                .flatMap(notice -> notice.calls().stream())
                .anyMatch(other -> other.id().equals(id));
        if (taken || !ids.add(id) || !ID.matcher(id).matches() || id.length() > MAX_ID) {
            violations.add(Violation.error(field, "notice.call.id", "id", id));
        }
    }

    private void window(String field, DraftCall call) {
        Optional<Instant> opens = WrittenTimes.opening(call.opens());
        Optional<Instant> closes = WrittenTimes.closing(call.closes());
        if (present(field + ".opens", call.opens()) && opens.isEmpty()) {
            violations.add(Violation.error(field + ".opens", "notice.time.form"));
        }
        if (present(field + ".closes", call.closes()) && closes.isEmpty()) {
            violations.add(Violation.error(field + ".closes", "notice.time.form"));
        }
        if (opens.isEmpty() || closes.isEmpty()) {
            return;
        }
        if (!opens.get().isBefore(closes.get())) {
            violations.add(Violation.error(field + ".closes", "notice.window.order", "opens", opens.get()));
        } else if (closes.get().isBefore(ground.now())) {
            violations.add(Violation.warning(field + ".closes", "notice.window.past", "closes", closes.get()));
        }
        Optional<LocalDate> issued = WrittenTimes.day(content.issuedOn());
        boolean early = issued.isPresent()
                && opens.get().isBefore(issued.get()
                        .atStartOfDay(PortalClock.ZONE)
                        .toInstant());
        if (early) {
            violations.add(
                    Violation.warning(field + ".opens", "notice.window.before-issue", "issued", issued.get()));
        }
    }

    private void amount(String field, String written, BigDecimal most, int decimals, String code) {
        String value = WrittenLines.amount(written);
        if (value.isEmpty()) {
            return;
        }
        boolean sound = value.matches("\\d{1,12}(\\.\\d{1,2})?")
                && new BigDecimal(value).signum() > 0
                && new BigDecimal(value).compareTo(most) <= 0
                && new BigDecimal(value).scale() <= decimals;
        if (!sound) {
            violations.add(new Violation(field, Violation.Severity.ERROR, code, Map.of("most", most)));
        }
    }

    private void others(String field, String lines) {
        within(field, lines, MAX_PARAMETERS);
        Set<String> names = new HashSet<>(List.of("grant", "quota", "pass-mark"));
        List<String> written = lines.lines().toList();
        for (int i = 0; i < written.size(); i++) {
            String line = written.get(i);
            Matcher parameter = PARAMETER.matcher(line);
            if (!line.isBlank() && (!parameter.matches() || !names.add(parameter.group(1)))) {
                violations.add(Violation.error(field, "notice.parameter.form", "line", i + 1));
            }
        }
    }

    private void units(String field, DraftCall call) {
        List<String> units = WrittenLines.units(call.eligible());
        count(field, units.size(), MAX_UNITS);
        Set<String> once = new HashSet<>();
        for (String unit : units) {
            within(field, unit, MAX_WORDS);
            if (!once.add(unit)) {
                violations.add(Violation.error(field, "notice.unit.twice", "unit", unit));
                return;
            }
        }
        boolean asBefore = !units.isEmpty()
                && !ground.isCorrection()
                && ground.base().calls().stream().map(CallDefinition::eligible).anyMatch(units::equals);
        if (asBefore) {
            violations.add(Violation.warning(field, "notice.eligible.as-before", "number", ground.base().number()));
        }
    }

    private void lists() {
        count("lists", content.lists().size(), MAX_PARTS);
        Set<String> once = new HashSet<>();
        for (DraftList list : content.lists()) {
            if (list.published()) {
                list(list, once);
            }
        }
    }

    private void list(DraftList list, Set<String> once) {
        String field = "list." + list.key();
        needed(field + ".title", list.title().zh(), MAX_TITLE);
        String year = list.awardedIn().strip();
        if (!year.matches("(19[5-9]\\d|20\\d\\d|21\\d\\d)")) {
            violations.add(Violation.error(field + ".year", "notice.year.form"));
        } else if (!once.add(list.program() + " " + year)) {
            violations.add(Violation.error(field + ".year", "notice.list.twice", "year", year));
        }
        published(field, list);
        List<Awarded> entries = WrittenLines.entries(list.entries());
        count(field + ".entries", entries.size(), MAX_UNITS);
        if (entries.isEmpty()) {
            violations.add(Violation.error(field + ".entries", "required"));
        }
        Set<String> names = new HashSet<>();
        for (Awarded entry : entries) {
            boolean whole = !entry.name().isEmpty() && !entry.unit().isEmpty()
                    && (entry.name() + entry.unit() + entry.leader() + entry.trade()).length() <= 4 * MAX_WORDS;
            if (!whole) {
                violations.add(Violation.error(field + ".entries", "notice.entry.form", "line", entry.ordinal()));
            } else if (!names.add(entry.name())) {
                violations.add(Violation.error(field + ".entries", "notice.entry.twice", "name", entry.name()));
            }
        }
    }

    private void published(String field, DraftList list) {
        for (NoticeDefinition other : others()) {
            boolean there = other.lists().stream()
                    .anyMatch(each -> each.program().equals(list.program())
                            && each.awardedIn().toString().equals(list.awardedIn().strip()));
            if (there) {
                violations.add(Violation.warning(field + ".year", "notice.list.known", "number", other.number()));
                return;
            }
        }
    }

    private boolean present(String field, String value) {
        if (value.isBlank()) {
            violations.add(Violation.error(field, "required"));
            return false;
        }
        return true;
    }

    private boolean needed(String field, String value, int max) {
        return present(field, value) && within(field, value, max);
    }

    private boolean within(String field, String value, int max) {
        int actual = value.codePointCount(0, value.length());
        if (actual > max) {
            violations.add(Violation.error(field, "too-long", "max", max, "actual", actual, "over", actual - max));
        }
        return actual <= max;
    }

    private void count(String field, int actual, int max) {
        if (actual > max) {
            violations.add(Violation.error(field, "notice.too-many", "max", max, "actual", actual));
        }
    }
}
