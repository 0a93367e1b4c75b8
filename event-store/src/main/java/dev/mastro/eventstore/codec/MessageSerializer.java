package dev.mastro.eventstore.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.datatype.jodamoney.AmountRepresentation;
import tools.jackson.datatype.jodamoney.JodaMoneyModule;

/**
 * Writes and reads everything that is no event: commands, queries, answers, tokens, snapshots. What
 * comes from the database or from a server may only name a class of ours, of Axon or of the plain
 * values they are made of.
 */
public final class MessageSerializer extends Jackson3Serializer {

    private static final List<String> KNOWN =
            List.of(
                    "dev.mastro.",
                    "org.axonframework.",
                    "org.joda.money.",
                    "java.lang.",
                    "java.math.",
                    "java.time.",
                    "java.util.");

    private MessageSerializer(Builder builder) {
        super(builder);
    }

    /** A serializer for the general and the message role. */
    public static MessageSerializer create() {
        return new MessageSerializer(
                Jackson3Serializer.builder()
                        .jsonMapperBuilderCustomizer(MessageSerializer::customize));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        String name = type.getName();
        if (SerializedType.emptyType().equals(type) || KNOWN.stream().anyMatch(name::startsWith)) {
            return super.classForType(type);
        }
        throw new SerializationException("refused to read a message of type " + name);
    }

    /**
     * Fields are visible, or a snapshot of an object without getters would be stored empty. The
     * validator lets Axon's own nested tokens through, or no processor could ever be reset.
     */
    private static void customize(JsonMapper.Builder json) {
        json.addModule(
                        new JodaMoneyModule()
                                .withAmountRepresentation(AmountRepresentation.DECIMAL_STRING))
                .changeDefaultVisibility(visibility ->
                        visibility
                                .withFieldVisibility(Visibility.ANY)
                                .withGetterVisibility(Visibility.NONE)
                                .withIsGetterVisibility(Visibility.NONE))
                .polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build());
    }
}
