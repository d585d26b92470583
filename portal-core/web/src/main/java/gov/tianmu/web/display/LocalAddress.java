package gov.tianmu.web.display;

/** An address on this portal to go back to. Whatever could lead elsewhere becomes the home page. */
public final class LocalAddress {

    private LocalAddress() {}

    /** The given address when it is a plain path of this portal, else {@code /}. */
    public static String of(String wanted) {
        if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return "/";
        }
        boolean plain = wanted.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return plain ? wanted : "/";
    }
}
