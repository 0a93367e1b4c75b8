package dev.mastro.command.ledger;

import java.util.Map;

/**
 * Why a command is refused, in the order in which the reasons are checked. The names are part of
 * the HTTP contract (api.md 1).
 */
public enum Rejection {
    ACCOUNT_UNKNOWN(Kind.NOT_FOUND),
    SELLER_UNKNOWN(Kind.BUSINESS),
    IDEMPOTENCY_KEY_REUSED(Kind.BUSINESS),
    NOT_ALLOWED(Kind.FORBIDDEN),
    ACCOUNT_CLOSED(Kind.BUSINESS),
    SALES_MANAGED(Kind.BUSINESS),
    CONTACT_SALES(Kind.BUSINESS),
    CONTACT_SUPPORT(Kind.BUSINESS),
    CORPORATE_CHANNEL(Kind.BUSINESS),
    RENEWAL_DUE(Kind.CONFLICT),
    EFFECTIVE_DATE_IMPOSSIBLE(Kind.BUSINESS),
    MONTH_NOT_OVER(Kind.BUSINESS),
    BOOKS_INCOMPLETE(Kind.CONFLICT),
    QUOTE_UNKNOWN(Kind.MALFORMED),
    QUOTE_EXPIRED(Kind.CONFLICT),
    QUOTE_STALE(Kind.CONFLICT),
    SUBSCRIPTION_UNKNOWN(Kind.NOT_FOUND),
    ALREADY_ENDED(Kind.BUSINESS),
    CANCELLATION_PENDING(Kind.BUSINESS),
    INVALID_QUANTITY(Kind.BUSINESS),
    PRODUCT_UNKNOWN(Kind.BUSINESS),
    CYCLE_NOT_OFFERED(Kind.BUSINESS),
    CURRENCY_NOT_OFFERED(Kind.BUSINESS),
    PRODUCT_NOT_EXCHANGEABLE(Kind.BUSINESS),
    CHANGE_NOT_OFFERED(Kind.BUSINESS),
    ALREADY_SUBSCRIBED(Kind.BUSINESS),
    PLAN_REQUIRED(Kind.BUSINESS),
    ADDON_CYCLE_CONFLICT(Kind.BUSINESS),
    NO_CHANGE(Kind.BUSINESS),
    BELOW_PLAN_MINIMUM(Kind.BUSINESS),
    LICENCES_STILL_ASSIGNED(Kind.BUSINESS),
    MIXED_TIMING(Kind.BUSINESS),
    OUTSTANDING_INVOICES(Kind.BUSINESS),
    TERMS_NOT_ACCEPTED(Kind.BUSINESS),
    TERMS_VERSION_UNKNOWN(Kind.BUSINESS),
    VAT_NUMBER_INVALID(Kind.BUSINESS),
    PAYMENT_METHOD_REQUIRED(Kind.BUSINESS),
    PAYMENT_DECLINED(Kind.BUSINESS),
    REASON_REQUIRED(Kind.BUSINESS),
    NOT_RENEWING(Kind.BUSINESS),
    NO_LICENCE_FREE(Kind.BUSINESS),
    NO_PENDING_CHANGE(Kind.BUSINESS),
    INVALID_AMOUNT(Kind.BUSINESS),
    CURRENCY_MISMATCH(Kind.BUSINESS),
    INVOICE_UNKNOWN(Kind.NOT_FOUND),
    NOTHING_OUTSTANDING(Kind.BUSINESS),
    INVOICE_IN_USE(Kind.BUSINESS),
    PAYMENT_UNKNOWN(Kind.NOT_FOUND),
    PAYMENT_DISPUTED(Kind.BUSINESS),
    NO_OPEN_DISPUTE(Kind.BUSINESS),
    NOTHING_TO_DISPUTE(Kind.BUSINESS),
    DUPLICATE_REFERENCE(Kind.BUSINESS),
    PAYMENT_REFUSED(Kind.BUSINESS),
    REFUND_VIA_SUPPORT(Kind.FORBIDDEN),
    EXCEEDS_CREDIT(Kind.BUSINESS),
    EXCEEDS_REFUNDABLE(Kind.BUSINESS),
    USED_SINCE_LAST_BILLED(Kind.BUSINESS),
    REFUND_WINDOW_OVER(Kind.BUSINESS),
    NOTHING_TO_REFUND(Kind.BUSINESS),
    NOT_SWITCHABLE(Kind.BUSINESS),
    PLAN_STILL_ACTIVE(Kind.BUSINESS),
    CREDIT_LEFT(Kind.BUSINESS),
    NOTHING_TO_DOWNGRADE(Kind.BUSINESS),
    CLOSURE_NOT_OFFERED(Kind.BUSINESS),
    PASSWORD_TOO_WEAK(Kind.BUSINESS);

    /** What kind of answer a refusal is. */
    public enum Kind {
        /** The request makes no sense. */
        MALFORMED(400),
        /** This actor may not do it. */
        FORBIDDEN(403),
        /** There is no such thing. */
        NOT_FOUND(404),
        /** What the request rests on has changed. */
        CONFLICT(409),
        /** A rule of the business forbids it. */
        BUSINESS(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status of such an answer. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;

    Rejection(Kind kind) {
        this.kind = kind;
    }

    /** What kind of answer it is. */
    public Kind kind() {
        return kind;
    }

    /** A violation of this rule, with the facts that explain it. */
    public RuleViolation because(String detail, Map<String, Object> facts, String remedy) {
        return new RuleViolation(new Refusal(this, detail, facts, remedy));
    }

    /** A violation of this rule that facts explain and nothing mends. */
    public RuleViolation because(String detail, Map<String, Object> facts) {
        return new RuleViolation(new Refusal(this, detail, facts, null));
    }

    /** A violation of this rule that needs no facts. */
    public RuleViolation because(String detail) {
        return because(detail, Map.of());
    }
}
