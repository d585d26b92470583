package gov.tianmu.spi.page;

import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.util.Objects;

/**
 * A call of the program that takes applications.
 *
 * @param id its id; {@code /my/apply?call=} and the id begins an application
 * @param title what it is called
 * @param noticeId the notice that opened it; its address is {@code /notices/} and this
 * @param noticeNumber the number of that notice
 * @param closesAt the end of its window
 */
public record OpenCall(String id, Text title, String noticeId, String noticeNumber, Instant closesAt) {

    public OpenCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(noticeId, "noticeId");
        Objects.requireNonNull(noticeNumber, "noticeNumber");
        Objects.requireNonNull(closesAt, "closesAt");
    }
}
