package gov.tianmu.web.admin;

import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleState;
import gov.tianmu.engine.modules.console.ModuleOverview;
import gov.tianmu.engine.modules.console.ProposalRow;
import gov.tianmu.engine.modules.isolation.ModuleHealth;
import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.spi.definition.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A module in the console.
 *
 * @param titles what programs are called, by id
 */
public record ModuleShown(ModuleOverview overview, Map<String, Text> titles) {

    private static final String ADDRESS = "/admin/modules/";

    /** How the runtime marks a program that a module starts without. */
    private static final String OPTIONAL = " ?";

    /** A program that is provided or required: what it is called, its versions, and whether it may be absent. */
    public record Link(Text title, String versions, boolean optional) {}

    public ModuleRow row() {
        return overview.row();
    }

    /** The state's name in message keys; a running module with a proposal waits for a decision. */
    public String stateCode() {
        return row().state() == ModuleState.ACTIVE && isProposed() ? "proposed" : row().state().code();
    }

    /** The shape of its tag. */
    public String tag() {
        return switch (stateCode()) {
            case "active" -> "ok";
            case "refused" -> "back";
            case "stopped" -> "off";
            default -> "wait";
        };
    }

    public String stateKey() {
        return "admin.modules.state." + stateCode();
    }

    /** What it is called: by its definition, else by its own name. */
    public Text title() {
        return row().title().orElseGet(() -> Text.of(row().name()));
    }

    /** Whether it has a title beside its own name. */
    public boolean titled() {
        return row().title().isPresent();
    }

    /** The key of what it brings. */
    public String kindKey() {
        return "admin.modules.kind."
                + row().kind().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("unknown");
    }

    public String address() {
        return addressOf(row().name());
    }

    static String addressOf(String name) {
        return ADDRESS + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The page with what is to be asked before something is done. */
    public String asking(String verb) {
        return address() + "?ask=" + verb;
    }

    /** Refused, waiting, or running while a newer file was refused. */
    public boolean troubled() {
        return row().state() == ModuleState.REFUSED
                || !row().reason().isEmpty() && row().state() != ModuleState.STOPPED;
    }

    public boolean isProposed() {
        return overview.proposal().isPresent();
    }

    public ProposalRow proposal() {
        return overview.proposal().orElse(null);
    }

    public boolean isStoppable() {
        return row().state() == ModuleState.ACTIVE || row().state() == ModuleState.WAITING;
    }

    /** Whether an operator stopped it and its file is still there. */
    public boolean isStartable() {
        return row().state() == ModuleState.STOPPED && !row().file().isEmpty();
    }

    /** What it can be rolled back to; empty when it does not run or nothing ran before. */
    public String previous() {
        return isStoppable() ? row().previous().orElse("") : "";
    }

    /** The verb that leads there: {@code rollback}, or {@code change} when that version is the newer one. */
    public String toPrevious() {
        return row().isPreviousNewer() ? "change" : "rollback";
    }

    /** The version that ran before this one; empty for none. */
    public String before() {
        return row().previous().orElse("");
    }

    /** Whether there is a file to take away. */
    public boolean isRemovable() {
        return !row().file().isEmpty();
    }

    public SignatureFinding signature() {
        return row().signature().orElse(null);
    }

    public List<Link> provides() {
        return links(row().provides());
    }

    public List<Link> requires() {
        return links(row().requires());
    }

    /** The runtime tells links as the program's id and its versions. */
    private List<Link> links(List<String> told) {
        return told.stream().map(this::link).toList();
    }

    private Link link(String told) {
        boolean optional = told.endsWith(OPTIONAL);
        String words = optional ? told.substring(0, told.length() - OPTIONAL.length()) : told;
        int space = words.indexOf(' ');
        String id = space < 0 ? words : words.substring(0, space);
        return new Link(titles.getOrDefault(id, Text.of(id)), space < 0 ? "" : words.substring(space + 1), optional);
    }

    /** How the calls into it fare; of one that was never called, nothing. */
    public List<ModuleHealth> health() {
        return overview.health();
    }

    /** The calls into it that are held back, or were until a moment ago. */
    public List<ModuleHealth> unwell() {
        return overview.health().stream().filter(each -> !each.isWell()).toList();
    }

    /** Whether it runs and brings code that is called. */
    public boolean isCallable() {
        return row().state() == ModuleState.ACTIVE
                && row().kind().filter(ModuleKind.PROGRAM::equals).isPresent();
    }

    /** The shape of a breaker's tag. */
    public String healthTag(ModuleHealth health) {
        return switch (health.state()) {
            case CLOSED -> "ok";
            case HALF_OPEN -> "wait";
            case OPEN -> "back";
        };
    }

    /** When a call failed last; nothing for never. */
    public Instant lastFailure(ModuleHealth health) {
        return health.lastFailureAt().orElse(null);
    }

    /** From when on it is called again; nothing while it is called. */
    public Instant triedAgain(ModuleHealth health) {
        return health.triedAgainAt().orElse(null);
    }

    /** Whether anything can stand on it. */
    public boolean isCounted() {
        return row().kind().isPresent();
    }

    boolean isCalled(String words) {
        return words.isEmpty()
                || row().name().toLowerCase(Locale.ROOT).contains(words)
                || row().file().toLowerCase(Locale.ROOT).contains(words)
                || title().zh().toLowerCase(Locale.ROOT).contains(words)
                || title().en().toLowerCase(Locale.ROOT).contains(words);
    }
}
