package gov.tianmu.engine.notice.drafting;

/**
 * What is wrong with a marked text, and in which line.
 *
 * @param line counting from 1
 * @param code {@code tag}, {@code bold}, {@code link}, {@code kept}, {@code cells}, {@code widths} or {@code heading}
 * @param words what stands there, short; may be empty
 */
record MarkupFault(int line, String code, String words) {}
