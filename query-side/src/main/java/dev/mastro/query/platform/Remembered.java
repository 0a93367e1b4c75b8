package dev.mastro.query.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that serves many for a while. In the second half of it one of them asks again, and the
 * others do not wait for that.
 */
final class Remembered<T> implements Supplier<T> {

    private final Supplier<T> question;
    private final long longest;
    private final LongSupplier nanos;
    private volatile @Nullable Answer<T> last;

    /**
     * Asks when it is needed.
     *
     * @param longest how old an answer may be
     * @param nanos a clock that only goes forward
     */
    Remembered(Supplier<T> question, Duration longest, LongSupplier nanos) {
        this.question = question;
        this.longest = longest.toNanos();
        this.nanos = nanos;
    }

    private record Answer<T>(T value, long at, AtomicBoolean renewed) {}

    @Override
    public T get() {
        Answer<T> known = last;
        long now = nanos.getAsLong();
        return known != null && serves(known, now - known.at()) ? known.value() : ask(now);
    }

    private boolean serves(Answer<T> answer, long age) {
        return age <= longest / 2 || (age <= longest && answer.renewed().getAndSet(true));
    }

    private T ask(long now) {
        Answer<T> answer = new Answer<>(question.get(), now, new AtomicBoolean());
        last = answer;
        return answer.value();
    }
}
