package gov.tianmu.engine.notice.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineChangeTest {

    @Test
    void theSameTextHasNoChanges() {
        assertEquals(List.of(), LineChange.between("一\n\n二", "一\n二\n"));
    }

    @Test
    void aLineThatReadsOtherwiseIsToldWithItsPlace() {
        assertEquals(
                List.of(new LineChange(2, List.of("二"), List.of("两"))),
                LineChange.between("一\n二\n三", "一\n两\n三"));
    }

    @Test
    void linesThatCameAndWentAreToldApart() {
        assertEquals(
                List.of(
                        new LineChange(1, List.of(), List.of("零")),
                        new LineChange(3, List.of("二"), List.of()),
                        new LineChange(4, List.of("四"), List.of("肆", "伍"))),
                LineChange.between("一\n二\n三\n四", "零\n一\n三\n肆\n伍"));
    }

    @Test
    void fromNothingAndToNothing() {
        assertEquals(List.of(new LineChange(1, List.of(), List.of("一"))), LineChange.between("", "一"));
        assertEquals(List.of(new LineChange(1, List.of("一"), List.of())), LineChange.between("一", ""));
    }
}
