package dev.mastro.command.work;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.Sellers;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.DocumentNumbers;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.command.payment.Proposal;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.calendar.WallClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/**
 * Runs decisions: loads the book, tells the circumstances, records what was decided. Command
 * handlers of every feature go through here, so there is one way from a command to facts.
 */
@Component
public class LedgerWork {

    /** The channel of commands that nobody waits for. */
    public static final String BILLING_RUN = "billing-run";

    private static final int ACCEPTED = 202;

    private final Books books;
    private final Sellers sellers;
    private final Clock clock;
    private final DocumentNumbers numbers;

    LedgerWork(Books books, Sellers sellers, Clock clock, DocumentNumbers numbers) {
        this.books = books;
        this.sellers = sellers;
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Decides over the book of an existing account and records the facts. */
    public Outcome decide(
            LedgerCommand command,
            MetaData metaData,
            BiFunction<Book, Circumstances, Draft> deciding) {
        return propose(
                command,
                metaData,
                (book, circumstances) -> new Proposal.Decided(deciding.apply(book, circumstances)));
    }

    /** As {@link #decide}, for a command that may have to be paid before it can be decided. */
    public Outcome propose(
            LedgerCommand command,
            MetaData metaData,
            BiFunction<Book, Circumstances, Proposal> proposing) {
        return refusable(() -> {
            Books.Loaded loaded = books.load(command);
            Circumstances circumstances =
                    circumstances(command, metaData, loaded.book().account().profile())
                            .on(loaded.book().account());
            return switch (proposing.apply(loaded.book(), circumstances)) {
                case Proposal.Unpaid unpaid -> new Outcome.Unpaid(unpaid);
                case Proposal.Decided(var draft) ->
                        done(
                                command,
                                metaData,
                                loaded,
                                numbers.assign(loaded.book(), draft, circumstances),
                                circumstances);
            };
        });
    }

    /** Decides the first facts of an account that does not exist yet. */
    public Outcome open(
            LedgerCommand command,
            MetaData metaData,
            AccountProfile profile,
            Function<Circumstances, Draft> deciding) {
        return refusable(() -> {
            Circumstances circumstances = circumstances(command, metaData, profile);
            Draft draft = deciding.apply(circumstances);
            return done(command, metaData, new Books.Loaded(), draft, circumstances);
        });
    }

    /** Shows something over the book and records nothing. */
    public Outcome show(
            LedgerCommand command,
            MetaData metaData,
            BiFunction<Book, Circumstances, Object> showing) {
        return refusable(() -> {
            Book book = books.load(command).book();
            return new Outcome.Shown(
                    showing.apply(
                            book,
                            circumstances(command, metaData, book.account().profile())
                                    .on(book.account())));
        });
    }

    private Outcome done(
            LedgerCommand command,
            MetaData metaData,
            Books.Loaded loaded,
            Draft draft,
            Circumstances circumstances) {
        List<LedgerEvent> events = draft.events();
        books.record(loaded, events);
        BookAfter.keep(draft.book());
        Map<String, Object> created =
                isRead(metaData) ? Receipts.of(events, draft.book(), circumstances) : Map.of();
        return new Outcome.Done(status(command, events), created);
    }

    /** A billing run counts what succeeded; a fifth of its time would go into receipts. */
    private static boolean isRead(MetaData metaData) {
        return !BILLING_RUN.equals(metaData.get("channel"));
    }

    /** An order that waits for its payment is accepted, not done. */
    private static int status(LedgerCommand command, List<LedgerEvent> events) {
        return events.stream().anyMatch(OrderHeld.class::isInstance)
                ? ACCEPTED
                : command.successStatus();
    }

    private Circumstances circumstances(
            LedgerCommand command, MetaData metaData, AccountProfile profile) {
        Seller seller =
                sellers.find(profile.seller())
                        .orElseThrow(() ->
                                Rejection.SELLER_UNKNOWN.because(
                                        "There is no such seller.",
                                        Map.of("seller", profile.seller())));
        Actor actor = Actor.parse(String.valueOf(metaData.get("actor")));
        Instant now = clock.instant();
        LocalDate today = serviceDate(command, now, profile.timeZone());
        if (today.isBefore(seller.sellsFrom())) {
            throw Rejection.EFFECTIVE_DATE_IMPOSSIBLE.because(
                    "The seller had no prices yet on that date.",
                    Map.of("date", today, "from", seller.sellsFrom()));
        }
        Circumstances circumstances = new Circumstances(seller, actor, today, now);
        if (command.agreedOn() != null) {
            AccountRules.requireActorMay(ActorRight.RECORD_EARLIER, circumstances);
        }
        return circumstances;
    }

    /** What was agreed earlier counts on its own date (api.md 3, C15). */
    private static LocalDate serviceDate(LedgerCommand command, Instant now, ZoneId zone) {
        LocalDate today = WallClock.dateAt(now, zone);
        LocalDate agreedOn = command.agreedOn();
        if (agreedOn == null) {
            return today;
        }
        if (agreedOn.isAfter(today)) {
            throw Rejection.EFFECTIVE_DATE_IMPOSSIBLE.because(
                    "The date lies in the future.", Map.of("today", today));
        }
        return agreedOn;
    }

    private static Outcome refusable(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (RuleViolation violation) {
            return new Outcome.Refused(violation.refusal());
        }
    }
}
