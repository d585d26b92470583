package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.AnswersJson;
import gov.tianmu.engine.casefile.CaseContent;
import gov.tianmu.engine.casefile.CaseSummary;
import jakarta.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case; alone also with its answers. */
@Schema(name = "Case")
public record CaseJson(
        @Schema(examples = "2023-0017") String number,
        @Schema(description = "The program's mark, shown before the number", examples = "临技认") String mark,
        String call,
        @Schema(description = "In lists and alone") String callTitle,
        String program,
        @Schema(description = "What it is called, such as the studio's name; empty in a young draft") String title,
        String uscc,
        String orgName,
        @Schema(
                        enumeration = {
                            "draft", "discarded", "submitted", "returned", "accepted", "reviewed", "listed",
                            "publicised", "awarded", "declined", "refused", "withdrawn"
                        })
                String stage,
        @Schema(description = "How often it was handed in") int submissions,
        OffsetDateTime createdAt,
        OffsetDateTime changedAt,
        OffsetDateTime submittedAt,
        OffsetDateTime stageSince,
        @Schema(description = "Until when whoever has to act now has time") OffsetDateTime dueAt,
        @Schema(description = "The ETag without its quotes") long version,
        @Schema(
                        type = SchemaType.OBJECT,
                        description = "Not in lists; personal ones masked for the bureau")
                JsonObject answers) {

    static CaseJson of(CaseSummary file, Locale locale) {
        return of(file, locale, null);
    }

    static CaseJson whole(CaseContent content, Locale locale) {
        return of(content.summary(), locale, AnswersJson.write(content.answers()));
    }

    private static CaseJson of(CaseSummary file, Locale locale, JsonObject answers) {
        return new CaseJson(
                file.number(),
                file.mark(),
                file.callId(),
                file.callTitle().isEmpty() ? null : file.callTitle().in(locale),
                file.programId(),
                file.title(),
                file.uscc(),
                file.orgName(),
                file.stage().code(),
                file.submissions(),
                CallJson.time(file.createdAt()),
                CallJson.time(file.changedAt()),
                CallJson.time(file.submittedAt().orElse(null)),
                CallJson.time(file.stageSince()),
                CallJson.time(file.dueAt().orElse(null)),
                file.version(),
                answers);
    }
}
