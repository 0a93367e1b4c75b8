package dev.mastro.command.ordering;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.codec.LedgerJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a quote rests on: the changes, the local date and the instant, the versions of policy and
 * price list, and how many facts the account had (billing.md C14). It needs no signature:
 * everything in it is judged again when the order is placed.
 */
public record QuoteToken(
        AccountId accountId,
        List<OrderChange> changes,
        LocalDate quotedOn,
        Instant quotedAt,
        PricedBy pricedBy,
        long bookVersion) {

    private static final JsonMapper JSON = LedgerJson.mapper();

    static QuoteToken of(List<OrderChange> changes, Book book, Circumstances circumstances) {
        return new QuoteToken(
                book.account().id(),
                changes,
                circumstances.today(),
                circumstances.now(),
                circumstances.pricedBy(),
                book.version());
    }

    /** The text a client holds. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }

    /**
     * Reads the text a client sent; anything but a quote for this account is refused with {@code
     * QUOTE_UNKNOWN}.
     */
    public static QuoteToken parse(String text, AccountId account) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            QuoteToken token = JSON.readValue(json, QuoteToken.class);
            if (token != null && token.isComplete() && token.accountId().equals(account)) {
                return token;
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** It comes from outside, where nothing keeps its fields from being missing. */
    private boolean isComplete() {
        return changes != null
                && !changes.isEmpty()
                && changes.stream().allMatch(ChangeRequest::isComplete)
                && pricedBy != null
                && accountId != null
                && quotedOn != null
                && quotedAt != null;
    }

    /** Why the quote no longer holds: another day, or its ground has shifted. */
    Optional<Rejection> invalidity(Book book, Circumstances circumstances) {
        if (!quotedOn.equals(circumstances.today())) {
            return Optional.of(Rejection.QUOTE_EXPIRED);
        }
        boolean stale = bookVersion != book.version() || !pricedBy.equals(circumstances.pricedBy());
        return stale ? Optional.of(Rejection.QUOTE_STALE) : Optional.empty();
    }

    private static RuleViolation unknown() {
        return Rejection.QUOTE_UNKNOWN.because("This is no quote token of ours.");
    }
}
