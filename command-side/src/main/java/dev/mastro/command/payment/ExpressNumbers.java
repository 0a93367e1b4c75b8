package dev.mastro.command.payment;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.command.lookup.Lookup;
import dev.mastro.command.lookup.Lookup.Entry;
import dev.mastro.command.lookup.Lookup.Kind;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.invoice.InvoiceId;
import org.springframework.stereotype.Component;

/** Finds what a stranger wants to pay by the two numbers that stand on the document. */
@Component
public class ExpressNumbers {

    /** Who pays without signing in. */
    public static final Actor STRANGER = new Actor(ActorRole.MEMBER, "express");

    private final Lookup lookup;

    ExpressNumbers(Lookup lookup) {
        this.lookup = lookup;
    }

    /** An invoice with the account that it belongs to. */
    public record Payable(AccountId account, InvoiceId invoice) {}

    /**
     * The invoice of an account.
     *
     * @throws RuleViolation the one refusal, whichever number is wrong
     */
    public Payable find(String accountNumber, String invoiceNumber) {
        AccountId account =
                lookup.find(Kind.ACCOUNT_NUMBER, PathIds.number(accountNumber))
                        .map(Entry::account)
                        .orElseThrow(ExpressDecisions::refused);
        return lookup.find(Kind.INVOICE_NUMBER, PathIds.number(invoiceNumber))
                .filter(entry -> entry.account().equals(account))
                .map(entry -> new Payable(account, InvoiceId.of(entry.value())))
                .orElseThrow(ExpressDecisions::refused);
    }
}
