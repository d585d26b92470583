package gov.tianmu.engine.database;

/**
 * Turns words that a person looks for into a pattern for {@code like}. The two signs that mean something in a pattern
 * stand for any one character then: an escape clause (and {@code locate}) would make EclipseLink's Derby platform write
 * every value of the statement into its text instead of binding it, and a boolean as a number that Derby refuses.
 */
public final class LikePattern {

    private LikePattern() {}

    /** The pattern of what contains the words; of anything for no words. */
    public static String containing(String words) {
        return "%" + words.replace('%', '_') + "%";
    }
}
