package dev.mastro.command.payment.gateway;

import dev.mastro.command.payment.Payment;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the embedded gateway keeps of a charge. */
record Charge(String status, String reference, Money amount, @Nullable String code) {

    static Charge of(ResultSet row, int number) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new Charge(
                row.getString("status"),
                row.getString("reference"),
                Money.ofMinor(currency, row.getLong("amount_minor")),
                row.getString("code"));
    }

    boolean answers(ChargeRequest request) {
        boolean sameAmount = amount.equals(request.amount()) && !status.equals("RELEASED");
        return sameAmount || status.equals("CAPTURED");
    }

    Payment payment() {
        return switch (status) {
            case "DECLINED" -> Payment.declined(code == null ? TestToken.UNKNOWN : code);
            case "PENDING" -> Payment.pending(reference);
            default -> Payment.authorised(reference, amount);
        };
    }
}
