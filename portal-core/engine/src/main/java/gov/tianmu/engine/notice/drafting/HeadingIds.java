package gov.tianmu.engine.notice.drafting;

/** The ids that headings have by their place: p1, p1-1, p1-2, p2 … The contents of a notice link to them. */
final class HeadingIds {

    private int part;
    private int chapter;

    HeadingIds() {
        this(0, 0);
    }

    private HeadingIds(int part, int chapter) {
        this.part = part;
        this.chapter = chapter;
    }

    HeadingIds copy() {
        return new HeadingIds(part, chapter);
    }

    /** The id of the next heading of this level, 2 or 3. */
    String next(int level) {
        if (level == 2) {
            chapter = 0;
            return "p" + ++part;
        }
        return "p" + part + "-" + ++chapter;
    }
}
