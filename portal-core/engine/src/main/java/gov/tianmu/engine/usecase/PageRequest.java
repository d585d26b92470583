package gov.tianmu.engine.usecase;

/**
 * Which part of a list is asked for.
 *
 * @param page counting from 1
 * @param size 1 to 100
 */
public record PageRequest(int page, int size) {

    public static final int MAX_SIZE = 100;

    /** Values off the range are brought into it: an address typed by hand still shows a page. */
    public PageRequest {
        page = Math.max(1, Math.min(page, 1_000_000));
        size = Math.max(1, Math.min(size, MAX_SIZE));
    }

    public int offset() {
        return (page - 1) * size;
    }
}
