package gov.tianmu.acceptance.container.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Prepares the server that Arquillian starts: a folder of its own under {@code target/homes}, the database of
 * {@code liberty-config} that the property {@code tianmu.database} names, two small modules in the watched folder. A
 * PostgreSQL is begun for the run and ended with it.
 */
public final class EngineServer implements LoadableExtension {

    private static final String POSTGRESQL = "postgresql";

    @Override
    public void register(ExtensionBuilder builder) {
        try {
            prepare(System.getProperty("tianmu.database", "derby"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void prepare(String database) throws IOException {
        Path repository = Path.of("../..").toAbsolutePath().normalize();
        Path home = Path.of("target/homes/container-" + database).toAbsolutePath();
        delete(home);
        Path usr = Files.createDirectories(home.resolve("liberty"));
        Path server = Files.createDirectories(usr.resolve("servers/engine"));
        int port = freePort();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("PORTAL_HOME", home.toString());
        settings.put("PORTAL_SERVERS", servers().toString());
        settings.put("PORTAL_HTTP_PORT", Integer.toString(port));
        settings.put("PORTAL_MODULES_UNSIGNED", "true");
        String config = "database.xml";
        if (database.equals(POSTGRESQL)) {
            config = "database-postgresql.xml";
            settings.putAll(beginPostgres(repository, home));
        }
        Files.copy(repository.resolve("liberty-config").resolve(config), server.resolve("database.xml"));
        try (InputStream xml = resource("server.xml")) {
            Files.copy(xml, server.resolve("server.xml"));
        }
        StringBuilder properties = new StringBuilder();
        settings.forEach((name, value) ->
                properties.append(name).append('=').append(value).append('\n'));
        Files.writeString(server.resolve("bootstrap.properties"), properties);
        SmallModules.writeTo(Files.createDirectories(home.resolve("modules")));
        System.setProperty("tianmu.container.wlp", servers().resolve("wlp").toString());
        System.setProperty("tianmu.container.usr", usr.toString());
        System.setProperty("tianmu.container.port", Integer.toString(port));
        // As scripts/run starts the portal: one zone for every instant in the database.
        System.setProperty(
                "tianmu.container.jvm",
                "-Xmx512m -Dfile.encoding=UTF-8 -Duser.timezone=Asia/Shanghai -Djava.awt.headless=true"
                        + " -Dderby.stream.error.file=" + home.resolve("derby.log"));
    }

    static InputStream resource(String name) {
        return EngineServer.class.getResourceAsStream("/container/" + name);
    }

    /** Where scripts/run and scripts/test keep the servers they fetch. */
    private static Path servers() {
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(set -> !set.isBlank())
                .orElse(System.getProperty("user.home") + "/.cache");
        return Path.of(Optional.ofNullable(System.getenv("PORTAL_SERVERS"))
                .filter(set -> !set.isBlank())
                .orElse(cache + "/tianmu/servers"));
    }

    private static Map<String, String> beginPostgres(Path repository, Path home) throws IOException {
        Path folder = Files.createTempDirectory("tianmu-postgres-");
        // scripts/test ends it by these two if this JVM is cut off.
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("postgres.folder"), folder.toString());
        String script = repository.resolve("scripts/lib/private-postgres").toString();
        int port = freePort();
        run(home.resolve("postgres.log"), script, "start", folder.toString(), Integer.toString(port));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                run(home.resolve("postgres.log"), script, "stop", folder.toString());
                delete(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }));
        return Map.of(
                "PORTAL_DB_PORT", Integer.toString(port),
                "PORTAL_DB_PASSWORD", Files.readString(folder.resolve("password")).strip());
    }

    private static void run(Path log, String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + Files.readString(log));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> found;
        try (var walk = Files.walk(folder)) {
            found = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : found) {
            Files.delete(path);
        }
    }
}
