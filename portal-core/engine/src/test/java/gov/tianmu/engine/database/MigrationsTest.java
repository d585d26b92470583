package gov.tianmu.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void areAllNamed() throws Exception {
        Path folder = Path.of(
                getClass().getClassLoader().getResource(MigrationFiles.FOLDER).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    MigrationFiles.NAMES,
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void makeTheTablesOfAnEmptyDerbyAndLeaveAFullOneAlone() throws Exception {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:migrations");
        derby.setCreateDatabase("create");
        new Migrations(derby).apply();
        Migrations again = new Migrations(derby);
        again.apply();
        assertTrue(again.areApplied());
        try (Connection connection = derby.getConnection();
                ResultSet head = connection
                        .createStatement()
                        .executeQuery("select seq, hash from audit_head where id = 1")) {
            assertTrue(head.next());
            assertEquals(0, head.getLong(1));
            assertEquals("0".repeat(64), head.getString(2));
        }
    }
}
