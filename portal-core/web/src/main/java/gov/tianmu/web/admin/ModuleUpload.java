package gov.tianmu.web.admin;

import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.console.ExaminedProposal;
import gov.tianmu.engine.modules.console.ProposeModule;
import gov.tianmu.engine.modules.console.UploadRefusal;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.signin.CsrfToken;
import gov.tianmu.web.signin.CurrentActor;
import gov.tianmu.web.upload.SentFile;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes a module's jar from the plain form of the modules page and leads on to its report. No Faces form: that would
 * have the container set the whole request aside before anybody is asked whether it may come in. The session's token in
 * the form keeps foreign pages out, as the view state does elsewhere.
 */
@WebServlet(ModuleUpload.ADDRESS)
public class ModuleUpload extends HttpServlet {

    static final String ADDRESS = "/admin/proposals";

    private static final long serialVersionUID = 1L;
    private static final String MODULES = "/admin/modules";

    /** Boundaries, field names and the like, beside the file itself. */
    private static final long ENVELOPE = 64 * 1024;

    /** So much of a file that was refused is read, so that the browser listens to why. */
    private static final long HEARD_OUT = 4 * ModuleRuntime.MAX_JAR_BYTES;

    @Inject
    private transient ProposeModule proposeModule;

    @Inject
    private transient CurrentActor current;

    @Inject
    private transient CsrfToken token;

    @Inject
    private transient UploadAnswer answer;

    /** Whoever comes back here from signing in finds the form. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(MODULES + "?ask=upload");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!current.get().is(Role.ADMIN)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Outcome<ExaminedProposal> outcome = receive(request);
        if (outcome instanceof Outcome.Refused<ExaminedProposal> refused) {
            hearOut(request);
            answer.refuse(refused.refusal());
            response.sendRedirect(MODULES + "?ask=upload");
        } else {
            response.sendRedirect(
                    MODULES + "/proposals/" + outcome.result().orElseThrow().proposal().id());
        }
    }

    private Outcome<ExaminedProposal> receive(HttpServletRequest request) throws ServletException {
        try {
            if (request.getContentLengthLong() > ModuleRuntime.MAX_JAR_BYTES + ENVELOPE) {
                return Outcome.refused(UploadRefusal.tooLarge());
            }
            SentFile sent = SentFile.of(request);
            if (!token.matches(sent.field("csrf"))) {
                return Outcome.refused(Refusal.Kind.FORBIDDEN, "module.upload.old-page");
            }
            return sent.isThere()
                    ? proposeModule.propose(current.get(), sent.name(), sent.content())
                    : Outcome.refused(Refusal.Kind.MALFORMED, "module.upload.no-file");
        } catch (IOException cutOff) {
            return Outcome.refused(Refusal.Kind.MALFORMED, "module.upload.cut-off");
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new ServletException(fault);
        }
    }

    /** A browser that is answered while it still sends shows a broken connection instead of the answer. */
    private static void hearOut(HttpServletRequest request) {
        try {
            InputStream rest = request.getInputStream();
            byte[] buffer = new byte[64 * 1024];
            long heard = 0;
            int count = rest.read(buffer);
            while (count >= 0 && heard < HEARD_OUT) {
                heard += count;
                count = rest.read(buffer);
            }
        } catch (IOException gone) {
            // Nobody listens any more.
        }
    }
}
