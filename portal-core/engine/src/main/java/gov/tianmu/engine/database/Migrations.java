package gov.tianmu.engine.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to the tables of this release, once at start-up, before anything else reads it. The migrations
 * are one text for Derby and PostgreSQL with the two names that differ as placeholders.
 */
@ApplicationScoped
public class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    @Resource(lookup = "jdbc/portal")
    private DataSource dataSource;

    private volatile boolean applied;

    public Migrations() {}

    Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Applies what is missing. Fails the start when a migration fails: no portal on a half-made database. */
    public void apply() {
        String product = product();
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations(new String[0])
                .resourceProvider(new MigrationFiles())
                .placeholders(
                        product.contains("Derby")
                                ? Map.of("bytes", "BLOB", "text", "CLOB")
                                : Map.of("bytes", "BYTEA", "text", "TEXT"))
                .load();
        int count = flyway.migrate().migrationsExecuted;
        applied = true;
        LOG.info(() -> "database " + product + ": " + count + " migrations applied");
    }

    /** Whether the tables are there. */
    public boolean areApplied() {
        return applied;
    }

    private String product() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the database does not answer", unreachable);
        }
    }
}
