package dev.mastro.command.http;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.command.work.Answer;
import dev.mastro.command.work.DueWork;
import dev.mastro.eventstore.platform.CommandPatience;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends the command of a call and gives its answer the form of HTTP. */
@Component
public class CommandSender {

    private final CommandGateway gateway;
    private final CommandPatience patience;
    private final ReadYourWrites readYourWrites;
    private final ObjectProvider<DueWork> dueWork;

    CommandSender(
            CommandGateway gateway,
            CommandPatience patience,
            ReadYourWrites readYourWrites,
            ObjectProvider<DueWork> dueWork) {
        this.gateway = gateway;
        this.patience = patience;
        this.readYourWrites = readYourWrites;
        this.dueWork = dueWork;
    }

    /** Sends and waits. */
    public ResponseEntity<byte[]> send(Call call, LedgerCommand command) {
        return send(call, command, this::now);
    }

    /** As {@link #send}, once everything that has fallen due on the account is done. */
    public ResponseEntity<byte[]> sendAfterDueWork(Call call, LedgerCommand command) {
        return sendAfterDueWork(call, command, this::now);
    }

    /** As {@link #sendAfterDueWork}, in a way of its own. */
    public <C extends LedgerCommand> ResponseEntity<byte[]> sendAfterDueWork(
            Call call, C command, BiFunction<C, MetaData, Answer> way) {
        return patience.share(() -> {
            dueWork.ifAvailable(due -> due.catchUp(command.accountId()));
            return send(call, command, way);
        });
    }

    /** Sends in a way of its own and waits. */
    public <C extends LedgerCommand> ResponseEntity<byte[]> send(
            Call call, C command, BiFunction<C, MetaData, Answer> way) {
        MetaData metaData = call.metaData(command.accountId());
        return answer(call, patience.share(() -> way.apply(command, metaData)));
    }

    private Answer now(LedgerCommand command, MetaData metaData) {
        return gateway.sendAndWait(new GenericCommandMessage<>(command, metaData));
    }

    private ResponseEntity<byte[]> answer(Call call, Answer answer) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(
                answer.succeeded()
                        ? MediaType.APPLICATION_JSON
                        : MediaType.APPLICATION_PROBLEM_JSON);
        Locations.of(answer).ifPresent(headers::setLocation);
        if (answer.replayed()) {
            headers.set("Idempotency-Replayed", "true");
        }
        Duration wait = call.patience();
        if (answer.succeeded() && wait != null && readYourWrites.within(wait)) {
            headers.set("Preference-Applied", "wait=" + wait.toSeconds());
        }
        return ResponseEntity.status(answer.status())
                .headers(headers)
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
