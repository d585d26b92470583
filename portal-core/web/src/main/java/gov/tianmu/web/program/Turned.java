package gov.tianmu.web.program;

/**
 * Why a program's page is not shown, for the page that says so.
 *
 * @param status the HTTP status
 * @param kind the group of words for it, {@code program.turned.<kind>.title} and so on
 * @param seconds after how long to try again; 0 when that would not help
 */
public record Turned(int status, String kind, long seconds) {}
