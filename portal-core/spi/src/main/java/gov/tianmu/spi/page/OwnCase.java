package gov.tianmu.spi.page;

import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.rule.CaseView;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A case of the organisation that asks.
 *
 * @param number its number, which is also its address: {@code /my/cases/} and the number
 * @param title what it is called; may be empty in a draft
 * @param call what its call is called
 * @param stage where it stands: {@code draft}, {@code submitted}, {@code returned}, {@code accepted}, {@code reviewed},
 *     {@code listed}, {@code publicised}, {@code awarded}, {@code declined}, {@code refused} or {@code withdrawn}; more
 *     may come
 * @param over whether nothing more will happen to it
 * @param since the day it came into this stage
 * @param due until when whoever has to act now has time
 * @param content what is filled in, as the program's rules see it
 */
public record OwnCase(
        String number,
        String title,
        Text call,
        String stage,
        boolean over,
        LocalDate since,
        Optional<LocalDate> due,
        CaseView content) {

    public OwnCase {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(content, "content");
    }
}
