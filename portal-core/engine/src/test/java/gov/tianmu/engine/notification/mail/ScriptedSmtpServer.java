package gov.tianmu.engine.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An SMTP server that answers one command as it is told to and everything else with consent; for refusals. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String command;
    private final String answer;

    ScriptedSmtpServer(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = socket.accept()) {
                    converse(client);
                }
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String heard = line.toUpperCase(Locale.ROOT);
            if (heard.startsWith(command)) {
                say(out, answer);
            } else if (heard.startsWith("DATA")) {
                say(out, "354 go on");
            } else if (heard.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else if (isCommand(heard) || heard.equals(".")) {
                say(out, "250 OK");
            }
        }
    }

    private static boolean isCommand(String heard) {
        return heard.startsWith("EHLO") || heard.startsWith("MAIL FROM") || heard.startsWith("RCPT TO")
                || heard.startsWith("RSET");
    }

    private static void say(Writer out, String answer) throws IOException {
        out.write(answer + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
