package gov.tianmu.engine.notification.mail;

import gov.tianmu.spi.value.EmailAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The SMTP server to send by, from {@code PORTAL_SMTP_HOST}, {@code _PORT}, {@code _STARTTLS}, {@code _USER},
 * {@code _PASSWORD} (else {@code PORTAL_HOME/keys/smtp.password}) and {@code _FROM}. With STARTTLS, which is the
 * default, nothing is sent to a server that does not offer it or cannot prove its name; without it nothing is encrypted,
 * which only a relay on the same network deserves.
 *
 * @param host name or address of the server
 * @param port 587 with STARTTLS and 25 without where none is set
 * @param startTls whether the connection must be encrypted
 * @param login what the server knows the portal by, if it asks
 * @param from the sender's address
 */
public record SmtpSettings(String host, int port, boolean startTls, Optional<Login> login, EmailAddress from) {

    private static final int SUBMISSION_PORT = 587;
    private static final int RELAY_PORT = 25;

    /** A name and a password. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * The settings, or nothing where no host is set. Settings that make no sense are faults, found at the start.
     *
     * @param passwordFile holds the password in its first line, where the environment does not give it
     */
    static Optional<SmtpSettings> in(Map<String, String> environment, Path passwordFile) {
        return setting(environment, "HOST").map(host -> {
            boolean startTls = setting(environment, "STARTTLS").map(SmtpSettings::yesOrNo).orElse(true);
            int port = setting(environment, "PORT")
                    .map(SmtpSettings::port)
                    .orElse(startTls ? SUBMISSION_PORT : RELAY_PORT);
            Optional<Login> login = setting(environment, "USER").map(user -> login(user, environment, passwordFile));
            EmailAddress from = setting(environment, "FROM")
                    .flatMap(EmailAddress::parse)
                    .orElseThrow(() -> new IllegalStateException("PORTAL_SMTP_FROM is not an e-mail address"));
            return new SmtpSettings(host, port, startTls, login, from);
        });
    }

    private static Login login(String user, Map<String, String> environment, Path passwordFile) {
        return setting(environment, "PASSWORD")
                .or(() -> firstLine(passwordFile))
                .map(password -> new Login(user, password))
                .orElseThrow(() -> new IllegalStateException(
                        "PORTAL_SMTP_USER needs PORTAL_SMTP_PASSWORD or the file " + passwordFile));
    }

    private static Optional<String> firstLine(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException("The SMTP password in " + file + " cannot be read", e);
        }
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get("PORTAL_SMTP_" + name)).filter(value -> !value.isBlank());
    }

    private static boolean yesOrNo(String value) {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw new IllegalStateException("PORTAL_SMTP_STARTTLS is neither true nor false");
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalStateException("PORTAL_SMTP_PORT is not a number", e);
        }
        throw new IllegalStateException("PORTAL_SMTP_PORT is not a port");
    }
}
