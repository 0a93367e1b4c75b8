package dev.mastro.eventstore.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Remembers for a short while where the events of each committed command ended up. */
public final class AppendedPositions {

    private final Cache<String, Long> positions =
            Caffeine.newBuilder()
                    .maximumSize(20_000)
                    .expireAfterWrite(Duration.ofMinutes(2))
                    .build();

    void appended(long position) {
        if (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
            String message = unitOfWork.getMessage().getIdentifier();
            unitOfWork.afterCommit(u -> positions.asMap().merge(message, position, Math::max));
        }
    }

    OptionalLong of(String commandIdentifier) {
        Long position = positions.getIfPresent(commandIdentifier);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
