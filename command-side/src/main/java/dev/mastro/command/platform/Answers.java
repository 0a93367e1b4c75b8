package dev.mastro.command.platform;

import dev.mastro.command.facts.Fact;
import dev.mastro.command.http.Problem;
import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.work.Answer;
import dev.mastro.command.work.Outcome;
import dev.mastro.shared.codec.EventTypes;
import dev.mastro.shared.codec.LedgerJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers: the receipt of what was recorded, what was shown, or why it was refused. */
final class Answers {

    private static final int OK = 200;
    private static final JsonMapper JSON = LedgerJson.mapper();

    private Answers() {}

    private record RecordedEvent(String type, String subject, long sequence, Instant at) {}

    static Answer of(
            LedgerCommand command, CommandMessage<?> message, Outcome outcome, List<Fact> facts) {
        return switch (outcome) {
            case Outcome.Done(int status, var created) ->
                    Answer.of(status, receipt(command, message, created, facts));
            case Outcome.Shown(Object body) -> Answer.of(OK, JSON.writeValueAsString(body));
            case Outcome.Refused(Refusal refusal) -> refused(nothingRecorded(refusal, facts));
            case Outcome.Unpaid(var payment) -> Answer.unpaid(payment);
        };
    }

    static Answer refused(Refusal refusal) {
        return Answer.refused(refusal.rejection(), Problem.of(refusal).json());
    }

    private static String receipt(
            LedgerCommand command,
            CommandMessage<?> message,
            Map<String, Object> created,
            List<Fact> facts) {
        Instant at = GenericEventMessage.clock.instant();
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put(
                "commandId",
                message.getMetaData().getOrDefault("commandId", message.getIdentifier()));
        receipt.put("accountId", command.accountId());
        receipt.put("events", facts.stream().map(fact -> recorded(fact, at)).toList());
        receipt.putAll(created);
        return JSON.writeValueAsString(receipt);
    }

    private static RecordedEvent recorded(Fact fact, Instant at) {
        return new RecordedEvent(
                EventTypes.nameOf(fact.event().getClass()), fact.subject(), fact.sequence(), at);
    }

    private static Refusal nothingRecorded(Refusal refusal, List<Fact> facts) {
        if (!facts.isEmpty()) {
            throw new IllegalStateException("refused, yet recorded: " + facts);
        }
        return refusal;
    }
}
