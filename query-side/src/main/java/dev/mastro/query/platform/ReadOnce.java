package dev.mastro.query.platform;

import java.util.List;

/** A reaction where a projection is expected; nothing lets it begin again. */
record ReadOnce(Reaction reaction) implements Projection {

    @Override
    public String name() {
        return reaction.name();
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return reaction.reads(eventType);
    }

    @Override
    public void project(List<RecordedEvent> events) {
        reaction.react(events);
    }

    @Override
    public List<ReadTable> tables() {
        return List.of();
    }
}
