package gov.tianmu.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.usecase.PageRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagerTest {

    @Test
    void fewPagesAreAllOffered() {
        assertEquals(List.of(1, 2, 3), pager(50, 1).pages());
    }

    @Test
    void pagesFarFromThePresentOneAreLeftOut() {
        assertEquals(List.of(1, 0, 8, 9, 10, 11, 12, 0, 50), pager(1000, 10).pages());
    }

    @Test
    void aListOfNothingHasOneEmptyPage() {
        Pager pager = pager(0, 1);
        assertEquals(List.of(1), pager.pages());
        assertEquals(0, pager.from());
        assertTrue(pager.first() && pager.last());
    }

    @Test
    void aPageBeyondTheLastShowsNothing() {
        assertEquals(0, pager(5, 9).from());
    }

    @Test
    void theLastPageEndsWithTheLastEntry() {
        assertEquals(41, pager(45, 3).from());
        assertEquals(45, pager(45, 3).to());
    }

    @Test
    void addressesKeepTheFiltersAndLeaveEmptyOnesOut() {
        Pager pager = new Pager(100, new PageRequest(1, 20), "/rosters/x", Map.of("q", "叶 & 木", "year", ""));
        assertEquals("/rosters/x?q=%E5%8F%B6+%26+%E6%9C%A8&page=2", pager.next());
        assertEquals("/rosters/x?q=%E5%8F%B6+%26+%E6%9C%A8", pager.href(1));
    }

    private static Pager pager(long total, int page) {
        return new Pager(total, new PageRequest(page, 20), "/x", Map.of());
    }
}
