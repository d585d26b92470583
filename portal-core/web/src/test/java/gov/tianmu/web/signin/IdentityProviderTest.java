package gov.tianmu.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class IdentityProviderTest {

    @Test
    void aRealmThatAnswersIsThere() throws IOException {
        assertTrue(answering(200));
    }

    @Test
    void aServerWithoutTheRealmIsNot() throws IOException {
        assertFalse(answering(404));
    }

    @Test
    void aPortThatNobodyListensOnIsNot() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertFalse(new IdentityProvider(URI.create("http://localhost:" + port + "/realms/district")).isAnswering());
    }

    @Test
    void theEndOfASessionNamesTokenAndWayBack() {
        IdentityProvider provider = new IdentityProvider(URI.create("https://sso.example/realms/district"));
        assertEquals(
                "https://sso.example/realms/district/protocol/openid-connect/logout?client_id=portal"
                        + "&id_token_hint=a.b.c&post_logout_redirect_uri=https%3A%2F%2Fportal.example%2F",
                provider.endSession("a.b.c", "https://portal.example/"));
        assertEquals("https://sso.example", provider.origin());
    }

    private static boolean answering(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/district", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return new IdentityProvider(
                            URI.create("http://localhost:" + server.getAddress().getPort() + "/realms/district"))
                    .isAnswering();
        } finally {
            server.stop(0);
        }
    }
}
