package gov.tianmu.contract;

import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.page.PageModel;
import gov.tianmu.spi.page.PageView;
import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Rules and page models that keep the contract, and such that do not. The module's class loader loads them, not the
 * test's.
 */
final class SampleRules {

    private SampleRules() {}

    /** Keeps it. */
    public static final class Sound implements CaseRule {

        @Override
        public List<Finding> check(CaseView application) {
            return application.answers().text("kind").equals("two")
                    ? List.of(new Finding("kind", Finding.Severity.WARNING, "two", new Text("乙", "Two")))
                    : List.of();
        }
    }

    /** Believes that a number is there, and is one. */
    public static final class Trusting implements CaseRule {

        @Override
        public List<Finding> check(CaseView application) {
            ((BigDecimal) application.answers().value("count").orElseThrow()).intValueExact();
            return List.of();
        }
    }

    /** Says something else each time. */
    public static final class Counting implements CaseRule {

        private int calls;

        @Override
        public List<Finding> check(CaseView application) {
            return List.of(new Finding("name", Finding.Severity.ERROR, "call-" + ++calls, new Text("次", "times")));
        }
    }

    /** Points where nothing is. */
    public static final class Astray implements CaseRule {

        @Override
        public List<Finding> check(CaseView application) {
            return List.of(new Finding("nmae", Finding.Severity.ERROR, "astray", new Text("错", "wrong")));
        }
    }

    /** Speaks one language. */
    public static final class OneLanguage implements CaseRule {

        @Override
        public List<Finding> check(CaseView application) {
            return List.of(new Finding("", Finding.Severity.ERROR, "one", Text.of("错")));
        }
    }

    /** Takes its time before it is ready. */
    public static final class SlowToStart implements CaseRule {

        public SlowToStart() throws InterruptedException {
            Thread.sleep(5_000);
        }

        @Override
        public List<Finding> check(CaseView application) {
            return List.of();
        }
    }

    /** Leaves a thread of its own running. */
    public static final class LeavesAThread implements CaseRule {

        @Override
        public List<Finding> check(CaseView application) {
            Thread left = new Thread(LeavesAThread::sleep);
            left.setDaemon(true);
            left.start();
            return List.of();
        }

        private static void sleep() {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Fills a page. */
    public static final class Shows implements PageModel {

        @Override
        public Object prepare(PageView view) {
            return Map.of("name", view.organisation().orElse(""));
        }
    }

    /** Believes that who asks has an organisation. */
    public static final class ShowsItsOwn implements PageModel {

        @Override
        public Object prepare(PageView view) {
            return Map.of("name", view.organisation().orElseThrow());
        }
    }

    /** Hands out an object of its own. */
    public static final class ShowsAThread implements PageModel {

        @Override
        public Object prepare(PageView view) {
            return Map.of("name", Thread.currentThread());
        }
    }
}
