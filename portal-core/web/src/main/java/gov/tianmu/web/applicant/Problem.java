package gov.tianmu.web.applicant;

import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.web.words.Words;
import java.util.Locale;
import java.util.Set;

/**
 * Something wrong with an answer or a document, as a page shows it in its summary and beside the field.
 *
 * @param path the answer or document, as the engine names it
 * @param section the section it stands in; empty when the program's rule names no place
 * @param anchor the element's id on the section's page
 * @param label what the place is called
 * @param headline place and message in one, for a summary
 * @param message what is wrong and how to mend it
 * @param warning whether a submission passes with a stated reason
 * @param missing whether it is merely not there yet: no reproach to somebody who has not come to it
 * @param code the engine's name for it
 */
public record Problem(
        String path,
        String section,
        String anchor,
        String label,
        String headline,
        String message,
        boolean warning,
        boolean missing,
        String code) {

    private static final Set<String> NOT_THERE_YET = Set.of("required", "too-few-rows", "document.missing");

    static Problem of(Violation violation, FormPlaces places, Locale locale) {
        FormPlaces.Place place =
                places.of(violation.field()).orElseGet(() -> new FormPlaces.Place("", "", "", ""));
        String message = Words.of(violation, locale);
        return new Problem(
                violation.field(),
                place.section(),
                place.anchor(),
                places.label(place),
                places.headline(place, message),
                message,
                violation.severity() == Violation.Severity.WARNING,
                NOT_THERE_YET.contains(violation.code()),
                violation.code());
    }
}
