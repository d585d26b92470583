package gov.tianmu.web.health;

import gov.tianmu.engine.document.content.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The documents' store takes files. */
@Readiness
@ApplicationScoped
public class DocumentsReady implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DocumentsReady.class.getName());

    @Inject
    private ContentStore store;

    @Override
    public HealthCheckResponse call() {
        try {
            store.checkWritable();
            return HealthCheckResponse.up("documents");
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "The documents'' store takes no files: {0}", unwritable.getMessage());
            return HealthCheckResponse.down("documents");
        }
    }
}
