package dev.mastro.shared.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Shares a total over weights so that the shares sum to the total to the minor unit. Each share is
 * rounded down and the minor units left over go to the largest remainders, ties by position
 * (billing.md C8).
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * One share per weight, in the order of the weights.
     *
     * @throws IllegalArgumentException when an amount is negative, or when all weights are zero and
     *     the total is not
     */
    public static List<Money> share(Money total, List<Money> weights) {
        BigInteger whole =
                weights.stream()
                        .map(LargestRemainder::minor)
                        .reduce(BigInteger.ZERO, BigInteger::add);
        if (whole.signum() == 0) {
            return nothingFor(total, weights);
        }
        List<BigInteger[]> divided =
                weights.stream()
                        .map(weight ->
                                minor(total).multiply(minor(weight)).divideAndRemainder(whole))
                        .toList();
        return withLeftOver(total, divided);
    }

    private static List<Money> withLeftOver(Money total, List<BigInteger[]> divided) {
        long[] shares = divided.stream().mapToLong(d -> d[0].longValueExact()).toArray();
        long left =
                total.getAmountMinorLong()
                        - IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> divided.get(i)[1]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        List<Money> result = new ArrayList<>();
        for (long share : shares) {
            result.add(Money.ofMinor(total.getCurrencyUnit(), share));
        }
        return List.copyOf(result);
    }

    private static List<Money> nothingFor(Money total, List<Money> weights) {
        if (!total.isZero()) {
            throw new IllegalArgumentException("nothing to share " + total + " over");
        }
        return weights.stream().map(weight -> total).toList();
    }

    private static BigInteger minor(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("cannot share with a negative amount: " + amount);
        }
        return BigInteger.valueOf(amount.getAmountMinorLong());
    }
}
