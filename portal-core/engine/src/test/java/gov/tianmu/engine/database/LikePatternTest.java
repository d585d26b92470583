package gov.tianmu.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void wordsMayStandAnywhere() {
        assertEquals("%木雕%", LikePattern.containing("木雕"));
    }

    @Test
    void aPercentSignStandsForOneCharacterNotForAnyNumber() {
        assertEquals("%100_合格%", LikePattern.containing("100%合格"));
    }

    @Test
    void noWordsMatchAnything() {
        assertEquals("%%", LikePattern.containing(""));
    }
}
