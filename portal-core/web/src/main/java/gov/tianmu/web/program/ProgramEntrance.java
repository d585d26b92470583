package gov.tianmu.web.program;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.programpage.OpenProgramPage;
import gov.tianmu.engine.programpage.OpenedPage;
import gov.tianmu.engine.programpage.PageAddress;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a program's page for the whole of a request, from before its frame is drawn until it is delivered, so that one
 * generation of the module draws all of it. What the use case refuses gets a page of the portal's. Pages of programs are
 * read; nothing can be sent to them.
 */
public class ProgramEntrance extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String TOLD = "/pages/error/program.xhtml";
    private static final int SHORT_WAIT = 2;

    @Inject
    private transient OpenProgramPage openProgramPage;

    @Inject
    private transient CurrentActor current;

    @Inject
    private transient Display display;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Frame> frame = Frame.ofFile(request.getServletPath());
        if (frame.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Outcome<OpenedPage> outcome = open(frame.get(), address(request));
        if (outcome instanceof Outcome.Refused<OpenedPage> refused) {
            turnAway(request, response, refused.refusal());
            return;
        }
        Duration leftAlone;
        try (OpenedPage page = outcome.result().orElseThrow()) {
            CurrentPage.set(request, page);
            chain.doFilter(request, response);
            return;
        } catch (ServletException | RuntimeException failed) {
            leftAlone = ModulePageFailed.leftAlone(failed).orElse(null);
            if (leftAlone == null) {
                throw failed;
            }
        } finally {
            CurrentPage.clear(request);
        }
        response.resetBuffer();
        tell(request, response, new Turned(503, "resting", leftAlone.toSeconds() + 1));
    }

    private Outcome<OpenedPage> open(Frame frame, PageAddress address) {
        Actor actor = current.get();
        return switch (frame) {
            case PUBLIC -> openProgramPage.forPublic(actor, address);
            case APPLICANT -> openProgramPage.forApplicant(actor, address);
            case OFFICER -> openProgramPage.forOfficer(actor, address);
            case EXPERT -> openProgramPage.forExpert(actor, address);
            case ADMIN -> openProgramPage.forAdministrator(actor, address);
        };
    }

    private PageAddress address(HttpServletRequest request) {
        Map<String, String> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        String program = parameters.remove(Frame.PROGRAM);
        String page = parameters.remove(Frame.PAGE);
        return new PageAddress(program, page, parameters, display.getTag());
    }

    private static void turnAway(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException, ServletException {
        switch (refusal.code()) {
            case OpenProgramPage.STOPPED ->
                tell(request, response, new Turned(HttpServletResponse.SC_GONE, "stopped", 0));
            case OpenProgramPage.RESTING ->
                tell(
                        request,
                        response,
                        new Turned(
                                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                                "resting",
                                ((Number) refusal.args().get(0)).longValue()));
            case OpenProgramPage.BUSY ->
                tell(request, response, new Turned(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "busy", SHORT_WAIT));
            default -> response.sendError(
                    refusal.kind() == Refusal.Kind.NOT_FOUND
                            ? HttpServletResponse.SC_NOT_FOUND
                            : HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response, Turned turned)
            throws IOException, ServletException {
        response.setStatus(turned.status());
        response.setHeader("Cache-Control", "no-store");
        if (turned.seconds() > 0) {
            response.setHeader("Retry-After", Long.toString(turned.seconds()));
        }
        request.setAttribute("turned", turned);
        request.getRequestDispatcher(TOLD).forward(request, response);
    }
}
