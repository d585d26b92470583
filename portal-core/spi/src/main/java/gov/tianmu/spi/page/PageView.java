package gov.tianmu.spi.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a page is drawn for: who asks, and what of the program is theirs to see. For a page of applicants that is what
 * their own organisation holds and applies for; on the pages of all others {@link #organisation()}, {@link #titles()} and
 * {@link #cases()} are empty.
 */
@ProviderType
public interface PageView {

    /** The id of the page being drawn. */
    String page();

    /** The name of the organisation the person who asks acts for. */
    Optional<String> organisation();

    /** Today, by the portal's time. */
    LocalDate today();

    /** The reader's language as a language tag: {@code zh-CN} or {@code en}. */
    String locale();

    /** The parameters of the page's address ({@code ?year=2023}), the first of each name. Typed by anybody. */
    Map<String, String> parameters();

    /** The organisation's titles in this program, the latest first, at most fifty. */
    List<TitleView> titles();

    /** The organisation's cases in this program, the latest change first, at most ten. */
    List<OwnCase> cases();

    /** The program's calls that take applications now, the one that closes next first. */
    List<OpenCall> openCalls();
}
