package dev.mastro.chaos.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one node to the database, over loopback. It can be cut, stalled and slowed, and it
 * stays where it is when the server comes back at another port.
 */
public final class Link implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final IntSupplier serverPort;
    private final ServerSocket door;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean isStalled;

    Link(IntSupplier serverPort) throws IOException {
        this.serverPort = serverPort;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends all connections; new ones are let through. */
    public int cutAll() {
        Set<Session> now = Set.copyOf(sessions);
        now.forEach(Session::cut);
        return now.size();
    }

    /** Each piece of the way takes this much longer. */
    public void slowDown(Duration by) {
        delay = by;
    }

    /** Nothing arrives any more, and nothing ends either. */
    public void stall() {
        isStalled = true;
    }

    /** From now on nothing that the server says arrives, on the connections that there are. */
    public void dropAnswers() {
        sessions.forEach(Session::dropAnswers);
    }

    /** Everything is as it should be, for connections to come. */
    public void heal() {
        trap.set(null);
        delay = Duration.ZERO;
        isStalled = false;
    }

    /** Waits for its moment, once. */
    public void set(Trap armed) {
        trap.set(armed);
    }

    @Nullable Trap trap() {
        return trap.get();
    }

    boolean disarm(Trap sprung) {
        return trap.compareAndSet(sprung, null);
    }

    Duration delay() {
        return delay;
    }

    void waitWhileStalled() {
        while (isStalled && !door.isClosed()) {
            Patience.pause(LOOK_AGAIN);
        }
    }

    void ended(Session session) {
        sessions.remove(session);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // The door is closed, or this caller has gone.
            }
        }
    }

    private void connect(Socket node) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort.getAsInt());
            node.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Session session = new Session(this, node, server);
            sessions.add(session);
            session.carry();
        } catch (IOException e) {
            node.close();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            // Nobody comes in any more.
        }
        var _ = cutAll();
    }
}
