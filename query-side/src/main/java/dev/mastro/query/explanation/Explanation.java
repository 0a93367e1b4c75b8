package dev.mastro.query.explanation;

import dev.mastro.shared.account.PricedBy;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why a line has its amounts (billing.md 3, row 4). {@code pricedBy} names the policy and the
 * catalogue in force when the document was issued, {@code credits} the line that is given back.
 */
record Explanation(
        String document,
        int line,
        Kind kind,
        String text,
        Amount net,
        Amount tax,
        @Nullable PricedBy pricedBy,
        @Nullable Credited credits) {

    /** What the line is. */
    enum Kind {
        /** A whole period at the full price. */
        CHARGE,
        /** A part of a period. */
        PRORATED_CHARGE,
        /** What remains of an earlier line, on an invoice. */
        CREDIT,
        /** What is given back of a line by a credit note. */
        CREDIT_NOTE
    }

    /** One amount: how it is computed, from what, by which rules of billing.md 2.1. */
    record Amount(
            Money amount,
            String formula,
            String calculation,
            Map<String, Object> inputs,
            List<String> rules,
            String text) {}

    /** The line that is given back, and where it is explained itself. */
    record Credited(String invoice, int line, Money net, Money tax, String explanation) {}
}
