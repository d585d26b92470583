package gov.tianmu.acceptance.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * A whole portal with its Keycloak, started through {@code scripts/run --detach} on free ports in a home of its own
 * under {@code target/homes}, shared by all tests of the run and stopped when the JVM ends. Its logs stay there.
 *
 * <ul>
 *   <li>{@link #get()}: on Derby, the portal clock at 2023-04-20 as in the demonstration
 *   <li>{@link #onPostgres()}: the same on a private PostgreSQL, with the first one's Keycloak; the test is skipped
 *       where PostgreSQL is not installed
 * </ul>
 *
 * A developer with a portal running already saves the start by {@code TIANMU_PORTAL_URL}, {@code TIANMU_KEYCLOAK_URL}
 * and {@code TIANMU_HOME} (or the system properties {@code tianmu.portal.url} and so on).
 */
public final class RunningPortal {

    private static final Path REPOSITORY = repository();
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    /** Tokens of the demonstration realm live five minutes. */
    private static final Duration TOKEN_USED_FOR = Duration.ofMinutes(3);
    private static final Duration START_PATIENCE = Duration.ofMinutes(8);
    private static final int NOT_INSTALLED = 3;
    /** In a home: the folder of its private PostgreSQL, for scripts/test to find after a run that was cut off. */
    private static final String CLUSTER = "postgres.folder";

    private static final Pattern SETTINGS = Pattern.compile("PORTAL_|KEYCLOAK_");
    private static final String SERVERS = "PORTAL_SERVERS";

    private static RunningPortal onDerby;
    private static RunningPortal onPostgres;
    private static String postgresMissing;

    private final URI url;
    private final URI keycloakUrl;
    private final Path home;
    private final Map<String, String> environment;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant until) {}

    private RunningPortal(URI url, URI keycloakUrl, Path home, Map<String, String> environment) {
        this.url = url;
        this.keycloakUrl = keycloakUrl;
        this.home = home;
        this.environment = environment;
    }

    /** The portal on Derby; started at the first call. */
    public static synchronized RunningPortal get() {
        if (onDerby == null) {
            onDerby = given().orElseGet(() -> begin("derby", Map.of()));
        }
        return onDerby;
    }

    /** The portal on PostgreSQL; started at the first call. Aborts the test where there is no PostgreSQL. */
    public static synchronized RunningPortal onPostgres() {
        Assumptions.assumeTrue(postgresMissing == null, () -> postgresMissing);
        if (onPostgres == null) {
            RunningPortal first = get();
            Path home = freshHome("postgresql");
            Path cluster = clusterFolder();
            write(home.resolve(CLUSTER), cluster.toString());
            int port = freePort();
            List<String> start = List.of(
                    script("lib/private-postgres"), "start", cluster.toString(), String.valueOf(port));
            int exit = run(start, Map.of(), home.resolve("postgres.log"));
            if (exit == NOT_INSTALLED) {
                postgresMissing = "PostgreSQL is not installed";
                Assumptions.abort(postgresMissing);
            }
            if (exit != 0) {
                throw new IllegalStateException("PostgreSQL did not start: " + read(home.resolve("postgres.log")));
            }
            onPostgres = begin(
                    "postgresql",
                    Map.of(
                            "PORTAL_DB", "postgresql",
                            "PORTAL_DB_PORT", String.valueOf(port),
                            "PORTAL_DB_PASSWORD", read(cluster.resolve("password")).strip(),
                            "KEYCLOAK_START", "false",
                            "KEYCLOAK_PUBLIC_URL", first.keycloakUrl().toString()));
        }
        return onPostgres;
    }

    /** Where the portal answers, without a slash at the end. */
    public URI url() {
        return url;
    }

    /** An address on the portal: {@code at("/api/v1/notices")}. */
    public URI at(String path) {
        return URI.create(url + path);
    }

    public URI keycloakUrl() {
        return keycloakUrl;
    }

    /** The portal's {@code PORTAL_HOME}. */
    public Path home() {
        return home;
    }

    /** A bearer token of a demonstration account, fresh enough for the next two minutes. */
    public String token(String account) {
        Token token = tokens.get(account);
        if (token == null || Instant.now().isAfter(token.until())) {
            token = new Token(grant(account), Instant.now().plus(TOKEN_USED_FOR));
            tokens.put(account, token);
        }
        return token.text();
    }

    /** Signs a module's jar with this home's key, in its place. */
    public void sign(Path jar) {
        Path out = jar.resolveSibling("sign-module.out");
        int exit = run(List.of(script("sign-module"), jar.toString()), Map.of("PORTAL_HOME", home.toString()), out);
        if (exit != 0) {
            throw new IllegalStateException("scripts/sign-module ended with " + exit + ": " + read(out));
        }
    }

    /** Ends the portal (and its Keycloak); {@link #start()} brings it back with the same home. */
    public void stop() {
        int exit = run(List.of(script("stop")), environment, home.resolve("stop.out"));
        if (exit != 0) {
            throw new IllegalStateException("scripts/stop ended with " + exit + ": " + read(home.resolve("stop.out")));
        }
    }

    /** Starts a stopped portal again. */
    public void start() {
        Path out = home.resolve("run.out");
        int exit = run(List.of(script("run"), "--detach"), environment, out);
        if (exit != 0) {
            throw new IllegalStateException("scripts/run ended with " + exit + ": " + read(out));
        }
    }

    private String grant(String account) {
        String form = "grant_type=password&client_id=portal-tests&username=" + account + "&password=demo";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloakUrl + "/realms/district/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher token = ACCESS_TOKEN.matcher(answer);
            if (!token.find()) {
                throw new IllegalStateException("no token for " + account + ": " + answer);
            }
            return token.group(1);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static RunningPortal begin(String name, Map<String, String> settings) {
        Path home = settings.isEmpty() ? freshHome(name) : homes().resolve(name);
        int portalPort = freePort();
        int keycloakPort = freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "PORTAL_HOME", home.toString(),
                "PORTAL_HTTP_PORT", String.valueOf(portalPort),
                "KEYCLOAK_HTTP_PORT", String.valueOf(keycloakPort),
                "PORTAL_BUILD", "never"));
        environment.putAll(settings);
        URI keycloak = URI.create(
                settings.getOrDefault("KEYCLOAK_PUBLIC_URL", "http://localhost:" + keycloakPort));
        RunningPortal portal =
                new RunningPortal(URI.create("http://localhost:" + portalPort), keycloak, home, Map.copyOf(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> portal.end()));
        portal.start();
        return portal;
    }

    private void end() {
        stop();
        if (Files.exists(home.resolve(CLUSTER))) {
            String cluster = read(home.resolve(CLUSTER));
            run(List.of(script("lib/private-postgres"), "stop", cluster), Map.of(), home.resolve("postgres.log"));
        }
    }

    /** A portal that somebody named, already running. */
    private static Optional<RunningPortal> given() {
        return setting("portal.url")
                .map(url -> new RunningPortal(
                        URI.create(url),
                        URI.create(setting("keycloak.url").orElse("http://localhost:8180")),
                        setting("home").map(Path::of).orElse(REPOSITORY.resolve("var")),
                        Map.of()));
    }

    private static Optional<String> setting(String name) {
        String variable = "TIANMU_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty("tianmu." + name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isExecutable(folder.resolve("scripts/run"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("the tests run inside the repository; there is no scripts/run above "
                    + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    private static Path homes() {
        return REPOSITORY.resolve("portal-core/acceptance/target/homes");
    }

    private static Path freshHome(String name) {
        Path home = homes().resolve(name);
        try {
            delete(home);
            return Files.createDirectories(home);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Outside of the home, which is closed to the account that PostgreSQL runs under. */
    private static Path clusterFolder() {
        try {
            return Files.createTempDirectory("tianmu-postgres-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> found;
        try (var walk = Files.walk(folder)) {
            found = new ArrayList<>(walk.toList());
        }
        for (int i = found.size() - 1; i >= 0; i--) {
            Files.delete(found.get(i));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static String script(String name) {
        return REPOSITORY.resolve("scripts").resolve(name).toString();
    }

    private static int run(List<String> command, Map<String, String> environment, Path out) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(REPOSITORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        // The caller's shell may name the caller's own portal.
        builder.environment().keySet().removeIf(name -> SETTINGS.matcher(name).lookingAt() && !name.equals(SERVERS));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!process.waitFor(START_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end: " + read(out));
            }
            return process.exitValue();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "(" + file + " cannot be read)";
        }
    }
}
