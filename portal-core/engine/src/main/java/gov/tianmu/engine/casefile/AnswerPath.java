package gov.tianmu.engine.casefile;

import gov.tianmu.spi.answers.Answers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the answer a path names: a field id, or {@code table[ROW].column}. */
public final class AnswerPath {

    private static final Pattern CELL = Pattern.compile("([a-z0-9-]+)\\[([^]]+)]\\.([a-z0-9-]+)");

    private AnswerPath() {}

    /** The answer as words; empty when there is none. */
    public static String textAt(Answers answers, String path) {
        Matcher cell = CELL.matcher(path);
        if (!cell.matches()) {
            return answers.text(path);
        }
        return answers.row(cell.group(1), cell.group(2))
                .map(r -> r.answers().text(cell.group(3)))
                .orElse("");
    }
}
