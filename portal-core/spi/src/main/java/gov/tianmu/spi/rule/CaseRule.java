package gov.tianmu.spi.rule;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A check of a whole application that a table cannot say. A program module registers it as a Declarative Service with
 * the property {@code tianmu.program} naming its program. Called with a time limit, possibly from several threads at
 * once; it must not block, keep state or look at the machine's clock.
 */
@ConsumerType
public interface CaseRule {

    /** What is wrong, in the order to show it; empty when nothing is. */
    List<Finding> check(CaseView application);
}
