package gov.tianmu.engine.modules;

import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import java.util.List;

/** Asks the rules of a program's module ({@link gov.tianmu.spi.rule.CaseRule}), and takes no harm from them. */
public interface CaseRules {

    /** The code of the finding that stands for a rule which failed or took too long. */
    String UNAVAILABLE = "rule-unavailable";

    /**
     * What the running module's rules find, in the order of the rules. A rule that throws or does not answer within the
     * time limit is a warning {@link #UNAVAILABLE} and an entry in the log, never an exception. A program whose module
     * is gone has no rules.
     */
    List<Finding> check(String programId, CaseView application);
}
