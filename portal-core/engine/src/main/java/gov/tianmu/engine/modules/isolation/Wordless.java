package gov.tianmu.engine.modules.isolation;

import java.util.stream.Stream;

/**
 * What a module threw, without its words: a rule or a page may have put answers into an exception's message, and they
 * may be personal.
 */
public final class Wordless {

    private static final int TRACE = 8;

    private Wordless() {}

    /** Its class and the top of its stack, one frame a line, for the log. */
    public static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder(failure.getClass().getName());
        Stream.of(failure.getStackTrace())
                .limit(TRACE)
                .forEach(frame -> trace.append(System.lineSeparator()).append("\tat ").append(frame));
        return trace.toString();
    }

    /** Its class and where it was thrown, in one line, for the console. */
    public static String cause(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
    }
}
