package dev.mastro.shared.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** billing.md C8: shares add up, and none is a whole minor unit off. */
class LargestRemainderProperties {

    @Property
    void shares_add_up_and_none_is_a_minor_unit_off(
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long total,
            @ForAll @Size(min = 1, max = 12)
                    List<@LongRange(min = 0, max = 10_000_000L) Long> weights) {
        long whole = weights.stream().mapToLong(Long::longValue).sum();
        Assume.that(whole > 0);

        List<Money> shares =
                LargestRemainder.share(usd(total), weights.stream().map(this::usd).toList());

        assertThat(shares).hasSameSizeAs(weights);
        assertThat(shares.stream().reduce(usd(0), Money::plus)).isEqualTo(usd(total));
        for (int i = 0; i < shares.size(); i++) {
            BigInteger exact = times(total, weights.get(i));
            BigInteger share = times(shares.get(i).getAmountMinorLong(), whole);
            assertThat(share.subtract(exact).abs()).isLessThan(BigInteger.valueOf(whole));
        }
    }

    private Money usd(long minor) {
        return Money.ofMinor(CurrencyUnit.USD, minor);
    }

    private static BigInteger times(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
