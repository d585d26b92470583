package gov.tianmu.web.display;

import java.util.List;

/**
 * Cuts a Chinese title where a reader would, so that a line never ends inside a word: after a district's name, before
 * and after a studio's kind. The function {@code t:phrases}; pages wrap each part so that it stays whole where it fits.
 */
public final class Phrases {

    private static final String ENDS = "(?<=.{2}区)(?=.{2})|(?<=.{2})(?=技能大师)|(?<=工作室)(?=.{2})";

    private Phrases() {}

    /** The parts of a title, in order; a title without such an end is one part. */
    public static List<String> of(String title) {
        return title == null ? List.of() : List.of(title.split(ENDS));
    }
}
