package dev.mastro.chaos.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection of a node to the database, carried in both directions. */
public final class Session {

    private static final int CHUNK = 64 * 1024;

    private final Link link;
    private final Socket node;
    private final Socket server;
    private volatile boolean isMarked;
    private volatile boolean dropsAnswers;

    Session(Link link, Socket node, Socket server) {
        this.link = link;
        this.node = node;
        this.server = server;
    }

    void carry() {
        Thread.ofVirtual().start(() -> pump(node, server, true));
        Thread.ofVirtual().start(() -> pump(server, node, false));
    }

    /** Both ends see the connection end. */
    public void cut() {
        close(node);
        close(server);
        link.ended(this);
    }

    /** From now on nothing of what the server says arrives. */
    public void dropAnswers() {
        dropsAnswers = true;
    }

    private void pump(Socket from, Socket to, boolean toServer) {
        byte[] bytes = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                pass(bytes, count, toServer);
                if (toServer || !dropsAnswers) {
                    out.write(bytes, 0, count);
                }
            }
        } catch (IOException e) {
            // Either end has gone, and so must the other.
        }
        cut();
    }

    private void pass(byte[] bytes, int count, boolean toServer) {
        Patience.pause(link.delay());
        link.waitWhileStalled();
        Trap trap = link.trap();
        if (trap == null) {
            return;
        }
        String text = Trap.text(bytes, count);
        boolean springs =
                toServer
                        ? trap.springsAtRequest(isMarked, text)
                        : trap.springsAtAnswer(isMarked, text);
        if (toServer && text.contains(trap.mark())) {
            isMarked = true;
        } else if (!toServer && text.contains("COMMIT\0")) {
            isMarked = false;
        }
        if (springs && link.disarm(trap)) {
            trap.action().accept(this);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone all the same.
        }
    }
}
