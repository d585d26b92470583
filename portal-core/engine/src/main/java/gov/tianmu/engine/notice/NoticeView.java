package gov.tianmu.engine.notice;

import gov.tianmu.spi.definition.Text;
import java.time.LocalDate;
import java.util.List;

/** A notice in a list, with its calls. */
public record NoticeView(
        String id, String number, Text title, LocalDate issuedOn, boolean live, String definitionHash, List<CallView> calls) {

    public NoticeView {
        calls = List.copyOf(calls);
    }
}
