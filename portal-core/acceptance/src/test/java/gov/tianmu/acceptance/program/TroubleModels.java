package gov.tianmu.acceptance.program;

import gov.tianmu.spi.page.PageModel;
import gov.tianmu.spi.page.PageView;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The models of {@link TroubleModule}; the portal loads them out of its jar. */
final class TroubleModels {

    /** Something that must never be in a log. */
    static final String SECRET = "11010119900307003X";

    private TroubleModels() {}

    /** Answers. */
    public static final class Sound implements PageModel {

        @Override
        public Object prepare(PageView view) {
            return Map.of("words", "今天是" + view.today(), "secret", SECRET);
        }
    }

    /** Throws, with what must not get out in its message. */
    public static final class Throwing implements PageModel {

        @Override
        public Object prepare(PageView view) {
            throw new IllegalStateException("cannot show " + SECRET);
        }
    }

    /** Blocks for a minute. */
    public static final class Blocking implements PageModel {

        @Override
        public Object prepare(PageView view) {
            try {
                new CountDownLatch(1).await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Map.of();
        }
    }
}
