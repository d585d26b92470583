package gov.tianmu.web.site;

import gov.tianmu.engine.notice.PrintNotice;
import gov.tianmu.web.page.Fingerprint;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notices and their attachments on paper, for everybody: {@code /paper/notices/2023-26.pdf} and, for its second
 * attachment, {@code /paper/notices/2023-26/2.pdf}. Who has the document already is told so (304).
 */
@WebServlet("/paper/notices/*")
public class NoticePaper extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("/([A-Za-z0-9-]{1,64})(?:/(\\d{1,3}))?\\.pdf");

    @Inject
    private transient PrintNotice print;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PrintNotice.PrintedNotice> printed = find(request.getPathInfo());
        if (printed.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] pdf = printed.get().pdf();
        String tag = "\"" + Fingerprint.of(pdf) + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String name = URLEncoder.encode(printed.get().fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setContentType("application/pdf");
        // The paper is Chinese, whatever the visitor reads the pages in.
        response.setHeader("Content-Language", "zh-CN");
        response.setHeader("Content-Disposition", "inline; filename*=UTF-8''" + name);
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    private Optional<PrintNotice.PrintedNotice> find(String path) throws IOException {
        Matcher address = ADDRESS.matcher(path == null ? "" : path);
        if (!address.matches()) {
            return Optional.empty();
        }
        String id = address.group(1);
        return address.group(2) == null ? print.notice(id) : print.attachment(id, Integer.parseInt(address.group(2)));
    }
}
