package gov.tianmu.web.desk;

import gov.tianmu.engine.document.Document;
import java.time.Instant;

/**
 * A document of a case as it is listed and viewed.
 *
 * @param title what it is: the requirement's label, and whose
 * @param fresh attached since the submission before
 * @param gone replaced or removed since; still readable
 */
public record SheetFile(
        String id, String address, String name, String mediaType, long size, Instant at, String title, boolean fresh, boolean gone) {

    private static final long KILO = 1024;

    static SheetFile of(Document document, String title, boolean fresh, boolean gone) {
        return new SheetFile(
                document.getId(),
                "/api/v1/cases/" + document.getCaseNumber() + "/documents/" + document.getId(),
                document.getFileName(),
                document.getMediaType(),
                document.getSize(),
                document.getUploadedAt(),
                title,
                fresh,
                gone);
    }

    /** How a page shows it: pdf, image or none. */
    public String view() {
        if (mediaType.equals("application/pdf")) {
            return "pdf";
        }
        return mediaType.startsWith("image/") ? "image" : "none";
    }

    /** Its size as people say it. */
    public String shownSize() {
        if (size < KILO) {
            return size + " B";
        }
        return size < KILO * KILO ? size / KILO + " KB" : "%.1f MB".formatted((double) size / KILO / KILO);
    }
}
