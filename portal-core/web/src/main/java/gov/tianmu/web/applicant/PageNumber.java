package gov.tianmu.web.applicant;

import jakarta.servlet.http.HttpServletRequest;

/** Which page of a list the address asks for; 1 for whatever is no number. */
final class PageNumber {

    private PageNumber() {}

    static int of(HttpServletRequest request) {
        String page = request.getParameter("page");
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }
}
