package dev.mastro.query.explanation;

import dev.mastro.query.explanation.Explanation.Amount;
import dev.mastro.query.platform.UnknownSubject;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.money.Proration;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.view.LineView;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** One amount of a line with its formula and its inputs. */
final class LineAmounts {

    /** Enough to show where half a cent falls. */
    private static final MathContext SHOWN = new MathContext(12);

    private LineAmounts() {}

    /** The line of that number. */
    static InvoiceLine line(InvoiceIssued invoice, int number) {
        return invoice.lines().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> UnknownSubject.of("line", number));
    }

    /** billing.md C4, C5. */
    static Amount charge(InvoiceLine line, LineView.Formula formula) {
        Money net = line.amount().net();
        BigDecimal exact =
                formula.unitPrice()
                        .getAmount()
                        .multiply(BigDecimal.valueOf(formula.quantity()))
                        .multiply(BigDecimal.valueOf(formula.days()))
                        .divide(BigDecimal.valueOf(formula.periodDays()), SHOWN);
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("product", line.product());
        inputs.put("quantity", formula.quantity());
        inputs.put("unitPrice", formula.unitPrice());
        inputs.put("period", formula.period());
        inputs.put("days", formula.days());
        inputs.put("periodDays", formula.periodDays());
        String calculation =
                "%d x %s x %d / %d = %s"
                        .formatted(
                                formula.quantity(),
                                plain(formula.unitPrice()),
                                formula.days(),
                                formula.periodDays(),
                                plain(exact));
        return new Amount(
                net,
                "quantity x unitPrice x days / periodDays, rounded once",
                calculation,
                inputs,
                formula.days() == formula.periodDays() ? List.of("C5") : List.of("C4", "C5"),
                "%s x %s at %s for %d of %d days: %s, rounded once: %s."
                        .formatted(
                                formula.quantity(),
                                line.product(),
                                formula.unitPrice(),
                                formula.days(),
                                formula.periodDays(),
                                calculation,
                                net));
    }

    /** billing.md C8: one tax for all charges of a rate, shared by largest remainder. */
    static Amount taxOfCharge(InvoiceIssued invoice, InvoiceLine line) {
        TaxRate rate = line.amount().taxRate();
        List<InvoiceLine> alike =
                invoice.lines().stream()
                        .filter(one -> one.kind() == LineKind.CHARGE)
                        .filter(one -> one.amount().taxRate().equals(rate))
                        .toList();
        Money base = sum(alike.stream().map(one -> one.amount().net()).toList());
        Money whole = sum(alike.stream().map(one -> one.amount().tax()).toList());
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("taxRate", rate.percent());
        inputs.put("base", base);
        inputs.put("documentTax", whole);
        inputs.put("lineNet", line.amount().net());
        inputs.put("linesOfThisRate", alike.size());
        String calculation =
                "%s x %s %% = %s, of which %s / %s"
                        .formatted(
                                plain(base),
                                rate.percent(),
                                plain(whole),
                                plain(line.amount().net()),
                                plain(base));
        return new Amount(
                line.amount().tax(),
                "rate x sum of the charges of this rate, rounded once, shared to the lines by"
                        + " largest remainder",
                calculation,
                inputs,
                List.of("C8"),
                "Tax at %s %% on %s is %s; the share of this line is %s."
                        .formatted(rate.percent(), base, whole, line.amount().tax()));
    }

    /** billing.md C6, C8: what remains of a line, or of its tax, at its own old rate. */
    static Amount remaining(String what, Money amount, InvoiceLine credited, long daysLeft) {
        boolean net = what.equals("net");
        Money whole = net ? credited.amount().net() : credited.amount().tax();
        long days = credited.basis().period().days();
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put(net ? "lineNet" : "lineTax", whole);
        inputs.put("linePeriod", credited.basis().period());
        inputs.put("daysLeft", daysLeft);
        inputs.put("lineDays", days);
        if (!net) {
            inputs.put("taxRate", credited.amount().taxRate().percent());
        }
        boolean byDays = Proration.share(whole, daysLeft, days).isEqual(amount.abs());
        String calculation =
                byDays
                        ? "%s x %d / %d = %s"
                                .formatted(
                                        plain(whole),
                                        daysLeft,
                                        days,
                                        plain(exact(whole, daysLeft, days)))
                        : "%s of %s, as decided".formatted(plain(amount.abs()), plain(whole));
        return new Amount(
                amount,
                byDays ? "amount of the line x daysLeft / lineDays, rounded once" : "as decided",
                calculation,
                inputs,
                net ? List.of("C6", "C9", "C10") : List.of("C6", "C8"),
                "%s: %s, rounded once: %s.".formatted(net ? "Net" : "Tax", calculation, amount));
    }

    private static BigDecimal exact(Money whole, long part, long days) {
        return whole.getAmount()
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(days), SHOWN);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow();
    }

    private static String plain(Money amount) {
        return amount.getAmount().toPlainString();
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
