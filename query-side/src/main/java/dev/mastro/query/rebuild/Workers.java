package dev.mastro.query.rebuild;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads of one rebuild. */
final class Workers implements AutoCloseable {

    private static final int LEAST = 2;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    Math.max(LEAST, Runtime.getRuntime().availableProcessors()) + 1,
                    Thread.ofPlatform().daemon().name("rebuild-", 1).factory());

    /** Something that writes for a run. */
    @FunctionalInterface
    interface Task {
        void run() throws InterruptedException;
    }

    <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    Future<?> start(Task task) {
        return threads.submit(() -> {
            task.run();
            return null;
        });
    }

    /** Waits for a task; what it failed of is thrown here. */
    static <T> T result(Future<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case InterruptedException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Nothing that was started goes on after this. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
