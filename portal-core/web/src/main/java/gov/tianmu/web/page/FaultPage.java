package gov.tianmu.web.page;

import gov.tianmu.engine.usecase.AccessRefusedException;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The container's error page: a page of ours for every status, with an id that stands in the log beside the cause.
 * Below {@code /api/} it answers a problem detail (RFC 9457) instead. When the page itself cannot be drawn it falls back to a
 * few plain lines.
 */
@WebServlet("/fault")
public class FaultPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(FaultPage.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        int status = status(request, cause);
        String id = "";
        if (status >= 500) {
            id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.log(Level.SEVERE, "Fault " + id + " (" + status + ") at " + request.getMethod() + " " + address, cause);
        }
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        Fault fault = Fault.of(status, id, address);
        if (address.startsWith("/api/")) {
            writeProblem(response, fault);
            return;
        }
        request.setAttribute("fault", fault);
        try {
            request.getRequestDispatcher("/pages/error/fault.xhtml").forward(request, new DrawnAgain(response));
        } catch (ServletException | RuntimeException undrawable) {
            LOG.log(Level.SEVERE, "The fault page cannot be drawn", undrawable);
            writePlain(response, fault);
        }
    }

    /**
     * The response of a page that failed halfway: what it wrote is thrown away, but the container lets nobody size the
     * buffer of a response that was ever written to, as Faces does before each page.
     */
    private static final class DrawnAgain extends HttpServletResponseWrapper {

        private DrawnAgain(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setBufferSize(int size) {
            // It has the size that the first page asked for.
        }
    }

    private static int status(HttpServletRequest request, Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof AccessRefusedException refused) {
                return refused.refusal().kind() == Refusal.Kind.NOT_FOUND
                        ? HttpServletResponse.SC_NOT_FOUND
                        : HttpServletResponse.SC_FORBIDDEN;
            }
        }
        Object told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Nobody was sent here by the container: somebody typed the address.
        return told instanceof Integer status ? status : HttpServletResponse.SC_NOT_FOUND;
    }

    private static void writeProblem(HttpServletResponse response, Fault fault) throws IOException {
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        String instance = fault.id().isEmpty() ? "" : ",\"instance\":\"urn:fault:" + fault.id() + "\"";
        response.getWriter()
                .write("{\"type\":\"/problems/" + fault.kind() + "\",\"title\":\"" + fault.kind() + "\",\"status\":"
                        + fault.status() + instance + "}");
    }

    private static void writePlain(HttpServletResponse response, Fault fault) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("天目 " + fault.status() + " " + fault.id() + "\n");
    }
}
