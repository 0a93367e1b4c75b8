package dev.mastro.eventstore.platform;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Runs every check once all beans exist and before anything is handled. A store that is wired
 * wrongly looks perfectly healthy and loses what it is given, so the process does not start.
 */
final class EventStoreGuard implements SmartInitializingSingleton {

    private final List<StartupCheck> checks;

    EventStoreGuard(List<StartupCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void afterSingletonsInstantiated() {
        checks.forEach(StartupCheck::check);
    }
}
