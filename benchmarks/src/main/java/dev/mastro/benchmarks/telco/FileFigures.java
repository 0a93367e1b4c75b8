package dev.mastro.benchmarks.telco;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures by plain arithmetic on the file; it shares no code with the ledger. */
final class FileFigures {

    private FileFigures() {}

    static Figures of(TelcoBook book) {
        List<TelcoCustomer> all = book.customers();
        Map<String, BigDecimal> perCustomer =
                all.stream().collect(Collectors.toMap(TelcoCustomer::id, FileFigures::billed));
        BigDecimal billed = perCustomer.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Figures(
                all.size(),
                all.stream().mapToLong(TelcoCustomer::tenure).sum(),
                billed,
                billed,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                billed,
                all.stream().filter(c -> c.churned() && c.hasSubscription()).count(),
                all.stream()
                        .filter(c -> !c.churned() && c.hasSubscription())
                        .map(TelcoCustomer::monthlyCharges)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                perCustomer);
    }

    private static BigDecimal billed(TelcoCustomer customer) {
        return customer.monthlyCharges().multiply(BigDecimal.valueOf(customer.tenure()));
    }
}
