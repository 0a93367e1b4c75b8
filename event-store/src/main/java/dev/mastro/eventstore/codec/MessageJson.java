package dev.mastro.eventstore.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.datatype.jodamoney.AmountRepresentation;
import tools.jackson.datatype.jodamoney.JodaMoneyModule;

/** The JSON of everything that is no event: commands, queries, answers, tokens, snapshots. */
public final class MessageJson {

    private MessageJson() {}

    /** A serializer for the general and the message role. */
    public static Jackson3Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(MessageJson::customize)
                .build();
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
