package dev.mastro.eventstore.platform;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up when every context of Axon Server that this process uses is connected. */
final class AxonServerHealth implements HealthIndicator {

    private final Supplier<Map<String, Boolean>> connections;

    AxonServerHealth(Supplier<Map<String, Boolean>> connections) {
        this.connections = connections;
    }

    @Override
    public Health health() {
        Map<String, Boolean> contexts = connections.get();
        boolean connected =
                !contexts.isEmpty() && contexts.values().stream().allMatch(Boolean::booleanValue);
        return (connected ? Health.up() : Health.down()).withDetails(contexts).build();
    }
}
