package dev.mastro.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ordering.PlaceOrder;
import dev.mastro.command.payment.gateway.CardGateway;
import dev.mastro.command.payment.gateway.ChargeRequest;
import dev.mastro.command.work.Answer;
import dev.mastro.command.work.TooBusyException;
import dev.mastro.eventstore.platform.CommandPatience;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.MetaData;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** An order on an account on which something else happens once the card has been asked. */
class PaidCommandsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final PlaceOrder ORDER =
            new PlaceOrder(
                    new AccountId(new UUID(0, 1)),
                    new OrderId(new UUID(0, 2)),
                    List.of(),
                    null,
                    null,
                    null,
                    Payment.none());

    private final AtomicLong nanos = new AtomicLong();
    private final CommandPatience patience = new CommandPatience(PATIENCE, nanos::get);
    private final Cards cards = new Cards();
    private final List<Integer> decided = new ArrayList<>();

    /** The amount due is different from when the last card was asked, so many times. */
    private int changes;

    /** How long it takes until it is known what is due. */
    private Duration decision = Duration.ZERO;

    /** How many commands get their turn. */
    private int turns = Integer.MAX_VALUE;

    @Test
    void what_has_changed_is_paid_in_another_round_and_the_first_money_is_let_go() {
        changes = 1;

        assertThat(send(Duration.ZERO).status()).isEqualTo(201);

        assertThat(cards.asked).containsExactly(1, 2);
        assertThat(cards.released).containsExactly("card-1");
        assertThat(decided).containsExactly(1, 2);
    }

    @Test
    void what_changes_in_each_of_three_rounds_is_told() {
        changes = 3;

        assertThat(send(Duration.ZERO).rejection()).isEqualTo(Rejection.QUOTE_STALE);

        assertThat(cards.released).containsExactly("card-1", "card-2", "card-3");
    }

    @Test
    void who_has_waited_for_too_long_is_told_after_the_round() {
        changes = 3;

        Answer answer = send(PATIENCE.dividedBy(2).plusNanos(1));

        assertThat(answer.rejection()).isEqualTo(Rejection.QUOTE_STALE);
        assertThat(cards.released).containsExactly("card-1", "card-2");
    }

    @Test
    void no_card_is_asked_for_one_who_has_waited_for_too_long() {
        decision = PATIENCE;

        assertThatThrownBy(() -> send(Duration.ZERO)).isInstanceOf(TooBusyException.class);

        assertThat(cards.asked).isEmpty();
    }

    @Test
    void for_a_billing_run_nobody_waits() {
        decision = PATIENCE;
        changes = 1;

        assertThat(sendUnawaited(PATIENCE).status()).isEqualTo(201);

        assertThat(cards.asked).containsExactly(1, 2);
    }

    @Test
    void who_is_too_late_for_his_turn_keeps_his_money_reserved_because_he_comes_again() {
        turns = 1;

        assertThatThrownBy(() -> send(Duration.ZERO)).isInstanceOf(TooBusyException.class);

        assertThat(cards.asked).containsExactly(1);
        assertThat(cards.released).isEmpty();
    }

    /** For a customer, by a gateway that takes so long. */
    private Answer send(Duration eachCard) {
        return patience.share(() -> sendUnawaited(eachCard));
    }

    private Answer sendUnawaited(Duration eachCard) {
        cards.takes = eachCard;
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        var _ =
                bus.subscribe(
                        PlaceOrder.class.getName(),
                        command -> decide((PlaceOrder) command.getPayload()));
        return new PaidCommands(
                        DefaultCommandGateway.builder().commandBus(bus).build(), cards, patience)
                .send(ORDER, MetaData.emptyInstance());
    }

    private Answer decide(PlaceOrder order) {
        if (turns-- == 0) {
            throw new TooBusyException("others are before it");
        }
        if (order.payment().outcome() == Payment.Outcome.NONE) {
            nanos.addAndGet(decision.toNanos());
            return Answer.unpaid(new Proposal.Unpaid(dollars(cards.asked.size() + 1), "tok_ok"));
        }
        decided.add(dollars(order.payment()));
        return decided.size() <= changes
                ? Answer.refused(Rejection.QUOTE_STALE, "")
                : Answer.of(201, "");
    }

    private static Money dollars(int amount) {
        return Money.ofMajor(CurrencyUnit.USD, amount);
    }

    private static int dollars(Payment payment) {
        return Objects.requireNonNull(payment.amount()).getAmountMajorInt();
    }

    /** Reserves whatever it is asked for. */
    private final class Cards implements CardGateway {

        private final List<Integer> asked = new ArrayList<>();
        private final List<String> released = new ArrayList<>();
        private Duration takes = Duration.ZERO;

        @Override
        public Payment authorise(ChargeRequest request) {
            nanos.addAndGet(takes.toNanos());
            asked.add(request.amount().getAmountMajorInt());
            return Payment.authorised("card-" + asked.size(), request.amount());
        }

        @Override
        public void capture(Collection<String> references) {
            throw new AssertionError("captured by whoever records the payment");
        }

        @Override
        public List<String> reservedFor(Duration least) {
            return List.of();
        }

        @Override
        public void release(String reference) {
            released.add(reference);
        }

        @Override
        public void payOut(String key, Money amount) {
            throw new AssertionError("nothing was paid out");
        }
    }
}
