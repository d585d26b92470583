package gov.tianmu.engine.print;

/**
 * A document that went out.
 *
 * @param pages how many A4 pages
 * @param replaced how many characters the font lacks and 〓 stands for
 */
public record Printed(int pages, int replaced) {}
