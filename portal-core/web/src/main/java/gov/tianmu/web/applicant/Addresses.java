package gov.tianmu.web.applicant;

/** The addresses of one case's pages and of its resources in the API. */
final class Addresses {

    private Addresses() {}

    static String ofCase(String number) {
        return "/my/cases/" + number;
    }

    static String section(String number, String section) {
        return ofCase(number) + "/sections/" + section;
    }

    static String check(String number) {
        return ofCase(number) + "/check";
    }

    static String receipt(String number) {
        return ofCase(number) + "/receipt";
    }

    static String api(String number) {
        return "/api/v1/cases/" + number;
    }

    static String document(String number, String id) {
        return api(number) + "/documents/" + id;
    }

    static String form(String number) {
        return api(number) + "/form.pdf";
    }

    /** The id of the element that a path ({@code team[r1].name}, {@code document:licence}) names on its page. */
    static String anchor(String path) {
        String plain = path.startsWith("document:") ? "d-" + path.substring("document:".length()) : "f-" + path;
        return plain.replace("].", "-").replace('[', '-').replace("]", "");
    }
}
