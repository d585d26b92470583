package gov.tianmu.web.admin;

import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.notification.mail.MailTransport;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What the portal runs on, asked at the moment the page is drawn. */
@Named("systemFacts")
@RequestScoped
public class SystemFacts {

    private static final Logger LOG = Logger.getLogger(SystemFacts.class.getName());
    private static final long GIGA = 1024L * 1024 * 1024;

    @Resource(lookup = "jdbc/portal")
    private DataSource dataSource;

    @Inject
    private PortalHome home;

    @Inject
    private MailTransport mail;

    @Inject
    @Readiness
    private Instance<HealthCheck> checks;

    /** A part of the portal and whether it serves. */
    public record Part(String name, boolean up) {}

    /** The parts that the readiness of the portal depends on. */
    public List<Part> getParts() {
        return checks.stream()
                .map(HealthCheck::call)
                .map(each -> new Part(each.getName(), each.getStatus() == HealthCheckResponse.Status.UP))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** Product and version; empty while the database does not answer. */
    public String getDatabase() {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
        } catch (SQLException unreachable) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", unreachable.getMessage());
            return "";
        }
    }

    /** Whether the database runs inside the portal. */
    public boolean isEmbedded() {
        return getDatabase().contains("Derby");
    }

    public String getHome() {
        return home.folder().toString();
    }

    public String getDocuments() {
        return home.folder("documents").toString();
    }

    public String getModulesFolder() {
        return home.folder("modules").toString();
    }

    /** How much room is left where the home lies, in GB; empty when it cannot be told. */
    public String getFree() {
        try {
            return "%.1f".formatted((double) Files.getFileStore(home.folder()).getUsableSpace() / GIGA);
        } catch (IOException untold) {
            LOG.log(Level.WARNING, "The room left cannot be told: {0}", untold.getMessage());
            return "";
        }
    }

    /** Where mails go. */
    public String getMail() {
        return mail.destination();
    }

    /** Whether mails are only written as files. */
    public boolean isMailInFiles() {
        return !mail.destination().startsWith("smtp");
    }

    public String getJava() {
        return System.getProperty("java.vendor") + " " + System.getProperty("java.version");
    }
}
