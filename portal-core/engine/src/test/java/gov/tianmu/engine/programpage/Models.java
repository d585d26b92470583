package gov.tianmu.engine.programpage;

import gov.tianmu.spi.page.PageModel;
import gov.tianmu.spi.page.PageView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Page models as modules of the tests bring them. The module's class loader loads their classes, not the test's. */
final class Models {

    private Models() {}

    /** Answers with records of the module's own. */
    public static final class Fills implements PageModel {

        /** A class of the module's. */
        public record Shown(String organisation, List<String> titles) {}

        @Override
        public Object prepare(PageView view) {
            return new Shown(
                    view.organisation().orElse(""),
                    view.titles().stream().map(title -> title.name()).toList());
        }
    }

    /** Throws, with what it saw in its message. */
    public static final class Throws implements PageModel {

        @Override
        public Object prepare(PageView view) {
            throw new IllegalStateException("cannot show " + view.organisation());
        }
    }

    /** Blocks for a minute. */
    public static final class Blocks implements PageModel {

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

    /** Answers with something that is no data. */
    public static final class AnswersJunk implements PageModel {

        @Override
        public Object prepare(PageView view) {
            return Map.of("thread", Thread.currentThread());
        }
    }
}
