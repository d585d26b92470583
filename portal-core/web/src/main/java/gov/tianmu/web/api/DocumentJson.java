package gov.tianmu.web.api;

import gov.tianmu.engine.document.Document;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file attached to a case. */
@Schema(name = "Document")
public record DocumentJson(
        String id,
        String requirement,
        @Schema(description = "The table row it belongs to, for requirements per row") String row,
        @Schema(description = "As corrections and violations name it", examples = "document:member-id[r1]")
                String target,
        String fileName,
        @Schema(description = "The real type, found by looking") String mediaType,
        @Schema(description = "In bytes") long size,
        String sha256,
        OffsetDateTime uploadedAt,
        @Schema(description = "Replaced or taken off; still there for before and after") boolean removed) {

    static DocumentJson of(Document document) {
        return new DocumentJson(
                document.getId(),
                document.getRequirement(),
                document.getRowId().isEmpty() ? null : document.getRowId(),
                document.target(),
                document.getFileName(),
                document.getMediaType(),
                document.getSize(),
                document.getSha256(),
                CallJson.time(document.getUploadedAt()),
                document.isRemoved());
    }
}
