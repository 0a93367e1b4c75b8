package dev.mastro.eventstore.verify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Holds the text of an instant against the one that PostgreSQL made of it. All texts of the log are
 * of one form, so that this takes a fraction of what any parser does.
 */
final class RecordedInstant {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long SECONDS_OF_DAY = 86_400;
    private static final int MOST_DIGITS = 9;
    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_MICRO = 1000;

    private RecordedInstant() {}

    /**
     * Whether the text at this place is that instant.
     *
     * @param micros since the year 2000, as PostgreSQL counts
     */
    static boolean agrees(byte[] text, int offset, int length, long micros) {
        int end = offset + length - 1;
        int fraction = offset + FORM.length();
        if (end < fraction || text[end] != 'Z' || !hasForm(text, offset)) {
            return false;
        }
        try {
            return micros == wholeSeconds(text, offset) * MICROS + micros(text, fraction, end);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean hasForm(byte[] text, int offset) {
        for (int i = 0; i < FORM.length(); i++) {
            char expected = FORM.charAt(i);
            byte is = text[offset + i];
            if (expected == '0' ? is < '0' || is > '9' : is != expected) {
                return false;
            }
        }
        return true;
    }

    private static long wholeSeconds(byte[] text, int offset) {
        LocalDate day =
                LocalDate.of(
                        number(text, offset, offset + 4),
                        number(text, offset + 5, offset + 7),
                        number(text, offset + 8, offset + 10));
        LocalTime time =
                LocalTime.of(
                        number(text, offset + 11, offset + 13),
                        number(text, offset + 14, offset + 16),
                        number(text, offset + 17, offset + 19));
        return (day.toEpochDay() - EPOCH_DAY) * SECONDS_OF_DAY + time.toSecondOfDay();
    }

    /** Rounded as PostgreSQL does it, a half to the even side. */
    private static long micros(byte[] text, int dot, int end) {
        int digits = end - dot - 1;
        if (dot == end) {
            return 0;
        }
        if (text[dot] != '.' || digits < 1 || digits > MOST_DIGITS) {
            throw new DateTimeException("no fraction of a second");
        }
        int nanos = number(text, dot + 1, end);
        for (int i = digits; i < MOST_DIGITS; i++) {
            nanos *= 10;
        }
        int whole = nanos / NANOS_OF_MICRO;
        int twice = 2 * (nanos % NANOS_OF_MICRO);
        boolean up = twice > NANOS_OF_MICRO || (twice == NANOS_OF_MICRO && whole % 2 == 1);
        return up ? whole + 1 : whole;
    }

    private static int number(byte[] text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                throw new DateTimeException("no digit");
            }
            number = 10 * number + text[i] - '0';
        }
        return number;
    }
}
