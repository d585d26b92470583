package gov.tianmu.web.page;

import gov.tianmu.engine.usecase.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The page links below a list, as plain addresses: {@code /rosters/x?q=…&page=2}. Shown by {@code t:pager}.
 *
 * @param total how many entries there are in all
 * @param request which page is shown
 * @param address the list's path
 * @param filters what the list is narrowed by; empty values are left out of addresses
 */
public record Pager(long total, PageRequest request, String address, Map<String, String> filters) {

    private static final int AROUND = 2;

    public Pager {
        filters = Map.copyOf(filters);
    }

    public int page() {
        return request.page();
    }

    public int lastPage() {
        return (int) Math.max(1, (total + request.size() - 1) / request.size());
    }

    /** Position of the first entry shown, counting from 1; 0 on an empty page. */
    public long from() {
        return request.offset() >= total ? 0 : request.offset() + 1L;
    }

    public long to() {
        return Math.min(total, (long) request.offset() + request.size());
    }

    public boolean first() {
        return page() <= 1;
    }

    public boolean last() {
        return page() >= lastPage();
    }

    /** The pages to offer: the first, the last, those around the present one, 0 where some are left out. */
    public List<Integer> pages() {
        SortedSet<Integer> offered = new TreeSet<>(List.of(1, lastPage()));
        for (int page = page() - AROUND; page <= page() + AROUND; page++) {
            if (page > 1 && page < lastPage()) {
                offered.add(page);
            }
        }
        List<Integer> pages = new ArrayList<>();
        int before = 0;
        for (int page : offered) {
            if (page - before > 1) {
                pages.add(0);
            }
            pages.add(page);
            before = page;
        }
        return pages;
    }

    public String previous() {
        return href(page() - 1);
    }

    public String next() {
        return href(page() + 1);
    }

    /** The address of one page. */
    public String href(int page) {
        StringBuilder href = new StringBuilder(address);
        char mark = '?';
        for (Map.Entry<String, String> filter : filters.entrySet().stream()
                .filter(each -> !each.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            href.append(mark).append(filter.getKey()).append('=');
            href.append(URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8));
            mark = '&';
        }
        if (page > 1) {
            href.append(mark).append("page=").append(page);
        }
        return href.toString();
    }
}
