package dev.mastro.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server (RFC 5321) whose answers to recipients and to whole mails a test decides. */
final class AnsweringServer implements AutoCloseable {

    static final String TAKEN = "250 taken";

    private final ServerSocket socket;
    private final Function<String, String> recipients;
    private final Function<Mail, String> mails;
    private final List<Mail> received = new CopyOnWriteArrayList<>();

    private AnsweringServer(
            ServerSocket socket,
            Function<String, String> recipients,
            Function<Mail, String> mails) {
        this.socket = socket;
        this.recipients = recipients;
        this.mails = mails;
    }

    /** A mail that arrived in full, before it was answered; {@code nanos} tells when. */
    record Mail(String recipient, String id, long nanos) {}

    /** Starts a server with its answers to recipients and to mails. */
    static AnsweringServer start(Function<String, String> recipients, Function<Mail, String> mails)
            throws IOException {
        AnsweringServer server =
                new AnsweringServer(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        recipients,
                        mails);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Mail> received(String recipient) {
        return received.stream().filter(mail -> mail.recipient().equals(recipient)).toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            say(out, "220 ready");
            String recipient = "";
            String line = lines.readLine();
            while (line != null && !line.startsWith("QUIT")) {
                if (line.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, recipients.apply(recipient));
                } else if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    say(out, mails.apply(mail(recipient, lines)));
                } else {
                    say(out, "250 well");
                }
                line = lines.readLine();
            }
            say(out, "221 bye");
        } catch (IOException _) {
            // The client is gone: it was killed, or it has hung up.
        }
    }

    private Mail mail(String recipient, BufferedReader lines) throws IOException {
        String id = "";
        String line = lines.readLine();
        while (!line.equals(".")) {
            if (line.startsWith("Message-ID: ")) {
                id = line.substring("Message-ID: ".length());
            }
            line = lines.readLine();
        }
        Mail mail = new Mail(recipient, id, System.nanoTime());
        received.add(mail);
        return mail;
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
