package gov.tianmu.engine.modules.console;

import java.util.List;
import java.util.stream.Collectors;

/** How the audit trail tells of modules. */
final class Told {

    private static final int LONGEST_SUBJECT = 120;

    private Told() {}

    /** The module, or the file when it does not say which. */
    static String subject(ProposalRow proposal) {
        return subject(proposal.module().isEmpty() ? proposal.fileName() : proposal.module());
    }

    static String subject(String module) {
        return module.length() <= LONGEST_SUBJECT ? module : module.substring(0, LONGEST_SUBJECT);
    }

    /** Which jar it was, beyond doubt. */
    static String version(ProposalRow proposal) {
        return (proposal.version() + " sha256:" + proposal.sha256()).strip();
    }

    static String superseded(List<Proposal> proposals) {
        return proposals.stream().map(old -> version(old.row())).collect(Collectors.joining(", "));
    }
}
