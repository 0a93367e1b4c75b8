package dev.mastro.chaos.fault.database;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Server;

/** F5: a fast restart of the server, as at an upgrade. */
public final class DatabaseRestarted implements Fault {

    private static final String STOPPED = "received fast shutdown request";

    @Override
    public String id() {
        return "F5";
    }

    @Override
    public String title() {
        return "fast restart of PostgreSQL";
    }

    @Override
    public int repetitions() {
        return 20;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        Server server = field.world().server();
        return field.underLoad(() -> {
            long before = server.logSize();
            server.restart();
            return Evidence.of(
                    server.logSince(before).contains(STOPPED),
                    "the server's log has \"%s\"".formatted(STOPPED));
        });
    }
}
