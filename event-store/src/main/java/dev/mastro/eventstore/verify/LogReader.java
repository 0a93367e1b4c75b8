package dev.mastro.eventstore.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the pages of a log ahead, several connections in turn: the leaves are computed side by
 * side, and whoever follows the chain gets page after page.
 */
final class LogReader implements AutoCloseable {

    /** How many pages each connection is ahead. */
    private static final int AHEAD = 2;

    private final List<PageReader> readers = new ArrayList<>();
    private final List<ExecutorService> threads = new ArrayList<>();
    private final Queue<Future<SealedPage>> pages = new ArrayDeque<>();
    private long begun;

    LogReader(List<Connection> connections) throws SQLException {
        for (Connection connection : connections) {
            readers.add(new PageReader(connection));
            threads.add(Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
        }
        for (int i = 0; i < AHEAD * connections.size(); i++) {
            begin();
        }
    }

    /** Positions are dense, or else nobody looks at the pages behind the first hole. */
    private void begin() {
        long before = begun == 0 ? Long.MIN_VALUE : begun * SealedPage.ROWS;
        int turn = (int) (begun % readers.size());
        pages.add(threads.get(turn).submit(() -> readers.get(turn).after(before)));
        begun++;
    }

    /** Lets the walk follow all pages, or as many as it wants. */
    void read(ChainWalk walk) throws SQLException {
        SealedPage page = next();
        while (walk.follow(page) && page.isFull()) {
            begin();
            page = next();
        }
    }

    private SealedPage next() throws SQLException {
        try {
            return pages.remove().get();
        } catch (ExecutionException e) {
            throw new SQLException("a page of the log cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while a page of the log was read", e);
        }
    }

    /** Waits for what is being read, so that the connections are free again. */
    @Override
    public void close() {
        pages.forEach(page -> page.cancel(false));
        threads.forEach(ExecutorService::close);
    }
}
