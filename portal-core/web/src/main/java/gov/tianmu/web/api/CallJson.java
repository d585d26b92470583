package gov.tianmu.web.api;

import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.time.PortalClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call: one program opened by one notice. */
@Schema(name = "Call")
public record CallJson(
        String id,
        String notice,
        String noticeNumber,
        String program,
        String title,
        String summary,
        @Schema(description = "From this instant on") OffsetDateTime opensAt,
        @Schema(description = "The last second in which a submission counts") OffsetDateTime closesAt,
        @Schema(enumeration = {"upcoming", "open", "closed", "unavailable", "withdrawn"}) String state,
        @Schema(description = "Amounts, quota and the like, by name") Map<String, String> parameters,
        @Schema(description = "The unit names that may apply; empty: any") List<String> eligible) {

    static CallJson of(CallView call, Locale locale) {
        return new CallJson(
                call.id(),
                call.noticeId(),
                call.noticeNumber(),
                call.programId(),
                call.title().in(locale),
                call.summary().in(locale),
                time(call.opensAt()),
                time(call.closesAt()),
                call.state().name().toLowerCase(Locale.ROOT),
                call.parameters(),
                call.eligible());
    }

    /** An instant as it is written everywhere in the API: with the offset of Asia/Shanghai. */
    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atZone(PortalClock.ZONE).toOffsetDateTime();
    }
}
