package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.FormUpdate;
import gov.tianmu.engine.modules.compare.DefinitionChange;
import gov.tianmu.engine.modules.compare.DefinitionChange.Kind;
import gov.tianmu.web.display.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The form in force beside the one a draft stands on, in the reader's words.
 *
 * @param added what is new, in one line; empty when nothing is
 * @param removed what is no longer asked for, likewise
 * @param changed what reads otherwise, likewise
 * @param differences what changed about each of these, before and after
 * @param effects what becomes of what is filled in, a sentence each; what is not named stays
 * @param problems what the form in force has no room for; none when the draft can move
 */
public record ShownFormUpdate(
        String from,
        String to,
        boolean newer,
        String added,
        String removed,
        String changed,
        List<Difference> differences,
        List<String> effects,
        List<Obstacle> problems) {

    /** What reads otherwise about one part. */
    public record Difference(String label, List<BeforeAfter> changes) {}

    /** One thing, before and after. */
    public record BeforeAfter(String before, String after) {}

    /** Something that does not fit, and where it is mended. */
    public record Obstacle(String label, String message, String href) {}

    static ShownFormUpdate of(FormUpdate update, FormPlaces places, String number, Locale locale) {
        return new ShownFormUpdate(
                update.from(),
                update.to(),
                update.newer(),
                labels(update, Kind.ADDED, locale),
                labels(update, Kind.REMOVED, locale),
                labels(update, Kind.CHANGED, locale),
                differences(update, locale),
                update.effects().stream()
                        .map(effect -> Texts.of(
                                locale,
                                "my.update.effect." + effect.kind().code(),
                                effect.label().in(locale),
                                effect.to().in(locale)))
                        .toList(),
                update.obstacles().stream()
                        .map(obstacle -> Problem.of(obstacle, places, locale))
                        .map(problem -> new Obstacle(
                                problem.label(),
                                problem.message(),
                                Addresses.section(number, problem.section()) + "#" + problem.anchor()))
                        .toList());
    }

    private static List<Difference> differences(FormUpdate update, Locale locale) {
        Map<String, List<BeforeAfter>> byPart = update.changes().changes().stream()
                .filter(change -> change.kind() == Kind.CHANGED)
                .collect(Collectors.groupingBy(
                        change -> change.label().in(locale),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                change -> new BeforeAfter(
                                        change.before().in(locale), change.after().in(locale)),
                                Collectors.toList())));
        return byPart.entrySet().stream()
                .map(part -> new Difference(part.getKey(), part.getValue()))
                .toList();
    }

    private static String labels(FormUpdate update, Kind kind, Locale locale) {
        return update.changes().changes().stream()
                .filter(change -> change.kind() == kind)
                .map(DefinitionChange::label)
                .map(label -> label.in(locale))
                .distinct()
                .collect(Collectors.joining(Texts.of(locale, "my.answer.and")));
    }

    public boolean movable() {
        return problems.isEmpty();
    }

    public boolean unchanged() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
