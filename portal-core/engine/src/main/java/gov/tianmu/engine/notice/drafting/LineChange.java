package gov.tianmu.engine.notice.drafting;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a text that read otherwise than before.
 *
 * @param place the line in the later text, counting from 1; where nothing came instead, the line after
 * @param before what stood there; empty when nothing did
 * @param after what stands there; empty when nothing does
 */
public record LineChange(int place, List<String> before, List<String> after) {

    /** Beyond this many lines on both sides in the middle, the middle counts as one change. */
    private static final int MOST_COMPARED = 2_000;

    public LineChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static List<LineChange> between(String before, String after) {
        List<String> old = before.lines().filter(line -> !line.isBlank()).toList();
        List<String> now = after.lines().filter(line -> !line.isBlank()).toList();
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), head + 1);
    }

    private static List<LineChange> middle(List<String> old, List<String> now, int first) {
        if (old.isEmpty() && now.isEmpty()) {
            return List.of();
        }
        if (old.size() > MOST_COMPARED || now.size() > MOST_COMPARED) {
            return List.of(new LineChange(first, old, now));
        }
        int[][] common = common(old, now);
        List<LineChange> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int fromOld = i;
            int fromNow = j;
            while (i < old.size() || j < now.size()) {
                if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                    break;
                }
                if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            if (i > fromOld || j > fromNow) {
                changes.add(new LineChange(first + fromNow, old.subList(fromOld, i), now.subList(fromNow, j)));
            }
            i++;
            j++;
        }
        return changes;
    }

    /** How many lines both have in common from each place on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
