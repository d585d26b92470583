package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.web.display.Texts;
import java.time.Instant;

/** A line of a case's timeline (办理记录) in the reader's language. */
public record TimelineRow(Instant at, String what, String person, String words) {

    static TimelineRow of(ReadCase.TimelineEntry entry, Texts texts) {
        String words = entry.what().equals("case.returned") && !entry.words().isEmpty()
                ? texts.of("desk.deed.returned.count", entry.words())
                : entry.words();
        return new TimelineRow(entry.at(), texts.of("desk.deed." + entry.what()), entry.person(), words);
    }
}
