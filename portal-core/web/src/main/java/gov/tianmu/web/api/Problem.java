package gov.tianmu.web.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem detail (RFC 9457): why a request was not done. */
@Schema(description = "RFC 9457 problem detail")
public record Problem(
        @Schema(description = "Stable: /problems/ and the code", examples = "/problems/case.incomplete") String type,
        @Schema(description = "What kind of problem, in the caller's language") String title,
        int status,
        @Schema(description = "What is wrong and how to mend it, in the caller's language") String detail,
        @Schema(description = "The address that was asked") String instance,
        @Schema(description = "Stable code", examples = "case.incomplete") String code,
        @Schema(description = "What is wrong where, if single answers or documents are the reason")
                List<ViolationView> violations,
        @Schema(description = "Of a fault: the id under which the log tells the cause") String id) {}
