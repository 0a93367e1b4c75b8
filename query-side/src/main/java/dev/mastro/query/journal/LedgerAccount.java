package dev.mastro.query.journal;

import java.util.Arrays;

/** The chart of accounts, one set per currency (billing.md 5.1). */
public enum LedgerAccount {
    BANK("1000", "Bank", Kind.ASSET, Side.DEBIT),
    PROVIDER_UNSETTLED("1010", "Payment provider, unsettled", Kind.ASSET, Side.DEBIT),
    ACCOUNTS_RECEIVABLE("1100", "Accounts receivable", Kind.ASSET, Side.DEBIT),
    DEFERRED_REVENUE("2000", "Deferred revenue", Kind.LIABILITY, Side.CREDIT),
    CUSTOMER_CREDIT("2100", "Customer credit, refundable", Kind.LIABILITY, Side.CREDIT),
    CUSTOMER_CREDIT_NOT_REFUNDABLE(
            "2110", "Customer credit, not refundable", Kind.LIABILITY, Side.CREDIT),
    UNAPPLIED_CASH("2150", "Unapplied cash", Kind.LIABILITY, Side.CREDIT),
    TAX_PAYABLE("2200", "Tax payable", Kind.LIABILITY, Side.CREDIT),
    REFUNDS_IN_TRANSIT("2300", "Refunds in transit", Kind.LIABILITY, Side.CREDIT),
    SUBSCRIPTION_REVENUE("4000", "Subscription revenue", Kind.INCOME, Side.CREDIT),
    ONE_MONTH_REVENUE("4010", "One-month product revenue", Kind.INCOME, Side.CREDIT),
    GOODWILL("4900", "Goodwill", Kind.INCOME, Side.DEBIT),
    BAD_DEBT("6000", "Bad debt", Kind.EXPENSE, Side.DEBIT),
    BAD_DEBT_RECOVERED("6050", "Bad debt recovered", Kind.INCOME, Side.CREDIT),
    PROVIDER_FEES("6100", "Provider fees", Kind.EXPENSE, Side.DEBIT),
    DISPUTE_FEES("6200", "Dispute fees", Kind.EXPENSE, Side.DEBIT),
    ROUNDING_DIFFERENCE("6900", "Rounding difference", Kind.EXPENSE, Side.DEBIT);

    /** What an account of the chart counts. */
    public enum Kind {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE
    }

    private final String code;
    private final String title;
    private final Kind kind;
    private final Side normalSide;

    LedgerAccount(String code, String title, Kind kind, Side normalSide) {
        this.code = code;
        this.title = title;
        this.kind = kind;
        this.normalSide = normalSide;
    }

    /** The account with this code of the chart. */
    static LedgerAccount ofCode(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not in the chart: " + code));
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    public Side normalSide() {
        return normalSide;
    }
}
