package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Rules as modules of the tests bring them. The module's class loader loads their classes, not the test's. */
final class Rules {

    private Rules() {}

    /** Finds one thing. */
    public static final class Finds implements CaseRule {

        @Override
        public List<Finding> check(CaseView application) {
            return List.of(new Finding("name", Finding.Severity.ERROR, "found", Text.of("不行")));
        }
    }

    /** Throws, with an answer in its message. */
    public static final class Throws implements CaseRule {

        @Override
        public List<Finding> check(CaseView application) {
            throw new IllegalStateException("cannot judge " + application.answers().text("name"));
        }
    }

    /** Cannot even be made. */
    public static final class CannotBeMade implements CaseRule {

        public CannotBeMade() {
            throw new IllegalStateException("no");
        }

        @Override
        public List<Finding> check(CaseView application) {
            return List.of();
        }
    }

    /** Answers with nothing at all. */
    public static final class AnswersNull implements CaseRule {

        @Override
        public List<Finding> check(CaseView application) {
            return null;
        }
    }

    /** Never comes back, and does not listen. */
    public static final class Hangs implements CaseRule {

        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public List<Finding> check(CaseView application) {
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException deaf) {
                    Thread.interrupted();
                }
            }
        }
    }

    /** Takes a minute to be made, and stops when it is told to. */
    public static final class SlowToBeMade implements CaseRule {

        public SlowToBeMade() throws InterruptedException {
            Thread.sleep(60_000);
        }

        @Override
        public List<Finding> check(CaseView application) {
            return List.of();
        }
    }
}
