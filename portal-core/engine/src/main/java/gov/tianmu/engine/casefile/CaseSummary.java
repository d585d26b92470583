package gov.tianmu.engine.casefile;

import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A case in a list.
 *
 * @param number the address, e.g. 2023-0017
 * @param mark the program's mark, shown before the number
 * @param definitionHash under which the definition it stands on was frozen
 * @param title what it is called (the studio's name); may be empty in a draft
 * @param version of the answers and the stage; the ETag
 * @param dueAt until when whoever has to act now has time
 */
public record CaseSummary(
        String number,
        String mark,
        String callId,
        Text callTitle,
        String programId,
        String definitionHash,
        String title,
        String uscc,
        String orgName,
        CaseStage stage,
        int submissions,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> submittedAt,
        Instant stageSince,
        Optional<Instant> dueAt,
        long version) {

    public static CaseSummary of(CaseFile file, Text callTitle) {
        return new CaseSummary(
                file.getNumber(),
                file.getMark(),
                file.getCallId(),
                callTitle,
                file.getProgramId(),
                file.getDefinitionHash(),
                file.getTitle(),
                file.getUscc(),
                file.getOrgName(),
                file.getStage(),
                file.getSubmissions(),
                file.getCreatedAt(),
                file.getChangedAt(),
                file.getSubmittedAt(),
                file.getStageSince(),
                file.getDueAt(),
                file.getVersion());
    }
}
