package gov.tianmu.web.desk;

/**
 * An answer before and after (前后对照). The new words are cut where they differ, so that the eye finds the change.
 *
 * @param before the old words; empty for none
 * @param head what the new words begin with as the old ones did
 * @param middle what is new
 * @param tail what the new words end with as the old ones did
 */
public record Difference(String before, String head, String middle, String tail) {

    static Difference between(String before, String after) {
        int[] old = before.codePoints().toArray();
        int[] now = after.codePoints().toArray();
        int most = Math.min(old.length, now.length);
        int head = 0;
        while (head < most && old[head] == now[head]) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && old[old.length - 1 - tail] == now[now.length - 1 - tail]) {
            tail++;
        }
        return new Difference(
                before,
                new String(now, 0, head),
                new String(now, head, now.length - head - tail),
                new String(now, now.length - tail, tail));
    }

    /** Whether nothing stands there now. */
    public boolean gone() {
        return head.isEmpty() && middle.isEmpty() && tail.isEmpty();
    }

    public boolean added() {
        return before.isEmpty();
    }
}
