package dev.mastro.chaos.fault.reading;

import dev.mastro.eventstore.codec.StoredEvents;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Primary;

/**
 * What a node of a later build knows more: how to read the {@link UnreadableEvents} that were
 * planted up to then. It is on the class path of every node, and only a node that is told to takes
 * it in.
 */
@Primary
class AnotherBuild extends EventUpcasterChain {

    AnotherBuild(@Value("${mastro.chaos.build}") int build) {
        super(List.of(new Repair(build), StoredEvents.upcasters()));
    }

    private static final class Repair extends SingleEventUpcaster {

        private static final Pattern STREAM =
                Pattern.compile(UnreadableEvents.STREAM + "-([0-9]+)-(.+)");

        private static final SimpleSerializedType AFTER =
                new SimpleSerializedType("PasswordChanged", "1");

        private final int build;

        Repair(int build) {
            this.build = build;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            Matcher stream = stream(event);
            return stream.matches() && Integer.parseInt(stream.group(1)) <= build;
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            Matcher stream = stream(event);
            String account = stream.matches() ? stream.group(2) : "";
            return event.upcastPayload(
                    AFTER, String.class, _ -> UnreadableEvents.READABLE.formatted(account));
        }

        private static Matcher stream(IntermediateEventRepresentation event) {
            return STREAM.matcher(event.getAggregateIdentifier().orElse(""));
        }
    }
}
