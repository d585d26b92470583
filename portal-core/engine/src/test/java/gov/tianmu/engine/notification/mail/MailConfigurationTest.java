package gov.tianmu.engine.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.value.EmailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailConfigurationTest {

    private static final Map<String, String> RELAY = Map.of(
            "PORTAL_SMTP_HOST", "relay.lan",
            "PORTAL_SMTP_STARTTLS", "false",
            "PORTAL_SMTP_FROM", "no-reply@lin-an.example");

    @TempDir
    Path home;

    @Test
    void writesFilesWhereNoServerIsSet() {
        assertEquals(home.resolve("mail").toString(), chosen(Map.of()).destination());
        assertEquals(home.resolve("mail").toString(), chosen(Map.of("PORTAL_SMTP_HOST", " ")).destination());
    }

    @Test
    void sendsByTheServerThatIsSet() {
        assertEquals("smtp://relay.lan:25", chosen(RELAY).destination());
    }

    @Test
    void encryptsUnlessToldNotTo() {
        SmtpSettings settings = settings(with("PORTAL_SMTP_STARTTLS", "")).orElseThrow();
        assertTrue(settings.startTls());
        assertEquals(587, settings.port());
        assertEquals(new EmailAddress("no-reply@lin-an.example"), settings.from());
        assertEquals(Optional.empty(), settings.login());
    }

    @Test
    void takesThePasswordFromTheEnvironmentOrTheKeys() throws Exception {
        Map<String, String> withUser = with("PORTAL_SMTP_USER", "portal");
        assertThrows(IllegalStateException.class, () -> settings(withUser));
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("keys/smtp.password"), "from the file\n");
        assertEquals("from the file", settings(withUser).orElseThrow().login().orElseThrow().password());
        withUser.put("PORTAL_SMTP_PASSWORD", "from the environment");
        SmtpSettings settings = settings(withUser).orElseThrow();
        assertEquals("from the environment", settings.login().orElseThrow().password());
        assertFalse(settings.toString().contains("from the environment"), "no password in a log");
    }

    @Test
    void refusesToStartWithSettingsThatMakeNoSense() {
        for (Map<String, String> senseless : List.of(
            with("PORTAL_SMTP_PORT", "many"),
            with("PORTAL_SMTP_PORT", "70000"),
            with("PORTAL_SMTP_STARTTLS", "perhaps"),
            with("PORTAL_SMTP_FROM", ""),
            with("PORTAL_SMTP_FROM", "somebody"))) {
            assertThrows(IllegalStateException.class, () -> settings(senseless), senseless::toString);
        }
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(RELAY);
        changed.put(name, value);
        return changed;
    }

    private Optional<SmtpSettings> settings(Map<String, String> environment) {
        return SmtpSettings.in(environment, home.resolve("keys/smtp.password"));
    }

    private MailTransport chosen(Map<String, String> environment) {
        return MailConfiguration.chosen(
                environment, PortalHome.at(home), PortalClock.apartBy(Clock.systemUTC(), Duration.ZERO));
    }
}
