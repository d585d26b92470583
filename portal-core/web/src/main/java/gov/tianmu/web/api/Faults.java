package gov.tianmu.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes faults into the log, each under an id of its own; of the request only its method and path. */
@RequestScoped
public class Faults {

    private static final Logger LOG = Logger.getLogger(Faults.class.getName());

    @Inject
    private HttpServletRequest request;

    String tell(Throwable fault) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, fault, () -> "Fault " + id + " at " + request.getMethod() + " " + request.getRequestURI());
        return id;
    }
}
