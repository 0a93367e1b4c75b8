package dev.mastro.query.journal;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The journal as plain text accounting. Accounts and commodities are declared first, so that {@code
 * hledger check --strict} knows them; keys and positions are tags in comments.
 */
final class HledgerText {

    private final PrintWriter out;

    HledgerText(PrintWriter out) {
        this.out = out;
    }

    void begin(List<CurrencyUnit> currencies) {
        for (CurrencyUnit currency : currencies) {
            String decimals = "0".repeat(currency.getDecimalPlaces());
            line("commodity 1000." + decimals + " " + currency.getCode());
        }
        for (LedgerAccount account : LedgerAccount.values()) {
            line("account " + name(account) + "  ; type: " + type(account.kind()));
        }
    }

    void write(JournalItem item) {
        line("");
        line(
                "%s * %s%s  ; %s%sposition:%s, account:%s, recorded:%s"
                        .formatted(
                                item.date(),
                                item.document() == null ? "" : "(" + code(item.document()) + ") ",
                                item.event(),
                                item.derived() ? "derived:, " : "",
                                item.isLate() ? "service:" + item.serviceDate() + ", " : "",
                                item.position(),
                                item.accountId(),
                                item.recordedAt()));
        for (JournalItem.Line posting : item.postings()) {
            line(
                    "    %s  %s  ; key:%s"
                            .formatted(
                                    name(LedgerAccount.ofCode(posting.code())),
                                    amount(posting),
                                    tag(posting.key())));
        }
    }

    private void line(String text) {
        out.print(text);
        out.print('\n');
    }

    private static String amount(JournalItem.Line posting) {
        Money amount = posting.amount();
        String sign = posting.side() == Side.DEBIT ? "" : "-";
        return sign + amount.getAmount().toPlainString() + " " + amount.getCurrencyUnit().getCode();
    }

    private static String name(LedgerAccount account) {
        String top =
                switch (account.kind()) {
                    case ASSET -> "assets";
                    case LIABILITY -> "liabilities";
                    case INCOME -> "revenues";
                    case EXPENSE -> "expenses";
                };
        return top + ":" + account.code() + " " + account.title().toLowerCase(Locale.ROOT);
    }

    private static String type(LedgerAccount.Kind kind) {
        return switch (kind) {
            case ASSET -> "A";
            case LIABILITY -> "L";
            case INCOME -> "R";
            case EXPENSE -> "X";
        };
    }

    /** A code ends at its bracket and a comment at its line: nothing of it may end them earlier. */
    private static String code(String document) {
        return plain(document).replace('(', '[').replace(')', ']');
    }

    private static String tag(String key) {
        return plain(key).replace(',', ' ');
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029;]", " ").strip();
    }
}
