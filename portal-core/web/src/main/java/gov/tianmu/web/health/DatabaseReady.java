package gov.tianmu.web.health;

import gov.tianmu.engine.database.Migrations;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The database answers and has the tables of this release. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseReady.class.getName());
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "jdbc/portal")
    private DataSource dataSource;

    @Inject
    private Migrations migrations;

    @Override
    public HealthCheckResponse call() {
        boolean answers = answers();
        return HealthCheckResponse.named("database")
                .withData("answers", answers)
                .withData("migrated", migrations.areApplied())
                .status(answers && migrations.areApplied())
                .build();
    }

    private boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException unreachable) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", unreachable.getMessage());
            return false;
        }
    }
}
