package dev.mastro.chaos.fault.database;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Server;

/**
 * F4: in turn, SIGKILL for one of the server's processes, and an immediate stop as when the machine
 * goes down.
 */
public final class DatabaseCrashed implements Fault {

    @Override
    public String id() {
        return "F4";
    }

    @Override
    public String title() {
        return "crash of PostgreSQL";
    }

    @Override
    public int repetitions() {
        return 30;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        Server server = field.world().server();
        boolean wholeServer = field.run().repetition() % 2 == 0;
        return field.underLoad(() -> {
            long before = server.logSize();
            if (wholeServer) {
                server.crash();
            } else {
                server.crashAProcess();
            }
            return Evidence.of(
                    server.logSince(before).contains(Server.RECOVERY),
                    wholeServer
                            ? "immediate stop, the server's log has \"%s\""
                                    .formatted(Server.RECOVERY)
                            : "process killed, the server's log has \"%s\""
                                    .formatted(Server.RECOVERY));
        });
    }
}
