package gov.tianmu.web.page;

/**
 * Why a page could not be shown, as the fault page tells it.
 *
 * @param status the HTTP status
 * @param kind the group of texts for it, {@code fault.<kind>.title} and so on
 * @param id stands in the log beside the cause; empty when the fault is not the portal's
 * @param address the address asked for
 */
public record Fault(int status, String kind, String id, String address) {

    static Fault of(int status, String id, String address) {
        String kind = switch (status) {
            case 400, 405, 415 -> "request";
            case 401, 403 -> "forbidden";
            case 404 -> "missing";
            case 409, 412 -> "conflict";
            case 410 -> "gone";
            case 413 -> "large";
            case 429, 502, 503, 504 -> "away";
            default -> "broken";
        };
        return new Fault(status, kind, id, address);
    }
}
