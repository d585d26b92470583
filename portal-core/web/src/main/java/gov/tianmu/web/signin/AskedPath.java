package gov.tianmu.web.signin;

import jakarta.servlet.http.HttpServletRequest;

/** The path a request asks for, decoded and normalised by the container, whichever servlet will answer. */
final class AskedPath {

    private AskedPath() {}

    static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    /** Whether it is this path or one below it. */
    static boolean isBelow(HttpServletRequest request, String top) {
        String path = of(request);
        return path.equals(top) || path.startsWith(top + "/");
    }
}
