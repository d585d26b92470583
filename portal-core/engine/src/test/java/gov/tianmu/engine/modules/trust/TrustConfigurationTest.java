package gov.tianmu.engine.modules.trust;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The development setting says plainly what it is. */
class TrustConfigurationTest {

    @Test
    void unsignedModulesAreRefusedUnlessTheSettingSaysOtherwise() {
        assertFalse(TrustConfiguration.allowsUnsigned(null));
        assertFalse(TrustConfiguration.allowsUnsigned(" "));
        assertFalse(TrustConfiguration.allowsUnsigned("false"));
        assertTrue(TrustConfiguration.allowsUnsigned("true "));
    }

    @Test
    void anythingElseStopsTheStart() {
        assertThrows(IllegalStateException.class, () -> TrustConfiguration.allowsUnsigned("yes"));
    }
}
