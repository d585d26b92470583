package gov.tianmu.engine.notice.drafting;

/** The light marks have no word for what stands here. */
final class UnsaidException extends Exception {

    private static final long serialVersionUID = 1L;

    UnsaidException(String what) {
        super(what, null, false, false);
    }
}
