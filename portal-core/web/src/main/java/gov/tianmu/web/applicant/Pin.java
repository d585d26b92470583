package gov.tianmu.web.applicant;

import gov.tianmu.engine.review.Correction;

/**
 * An officer's request, pinned to an answer or a document of a returned case.
 *
 * @param number the pin's number on the case
 * @param request what is to be mended, in the officer's words
 * @param path the answer or document
 * @param section the section it stands in
 * @param label what the place is called
 * @param href the place on its page
 */
public record Pin(int number, String request, String path, String section, String label, String href) {

    static Pin of(Correction correction, FormPlaces places, String caseNumber) {
        FormPlaces.Place place =
                places.of(correction.getTarget()).orElseGet(() -> new FormPlaces.Place("", "", correction.getTarget(), ""));
        return new Pin(
                correction.getOrdinal(),
                correction.getRequest(),
                correction.getTarget(),
                place.section(),
                places.label(place),
                Addresses.section(caseNumber, place.section()) + "#" + place.anchor());
    }
}
