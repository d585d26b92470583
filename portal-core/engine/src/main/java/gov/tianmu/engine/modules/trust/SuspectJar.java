package gov.tianmu.engine.modules.trust;

import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import gov.tianmu.spi.definition.Text;

/** Ends an examination early: the jar is not what was signed. */
final class SuspectJar extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SignatureFinding finding;

    SuspectJar(Standing standing, Text words) {
        super(words.en());
        this.finding = SignatureFinding.ofNobody(standing, words);
    }

    SignatureFinding finding() {
        return finding;
    }
}
