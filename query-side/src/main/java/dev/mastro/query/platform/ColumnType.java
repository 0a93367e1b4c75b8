package dev.mastro.query.platform;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A type of the database that columns of a projection have. Its text form is that of the value; its
 * binary form is the one that PostgreSQL sends and receives, the length first.
 */
public final class ColumnType<T> {

    public static final ColumnType<UUID> UUID =
            new ColumnType<>(
                    "uuid",
                    (value, out) -> {
                        out.writeInt(2 * Long.BYTES);
                        out.writeLong(value.getMostSignificantBits());
                        out.writeLong(value.getLeastSignificantBits());
                    });

    public static final ColumnType<Long> BIGINT = new ColumnType<>("bigint", ColumnType::write);

    public static final ColumnType<Integer> INTEGER =
            new ColumnType<>("integer", ColumnType::write);

    public static final ColumnType<Boolean> BOOLEAN =
            new ColumnType<>(
                    "boolean",
                    (value, out) -> {
                        out.writeInt(1);
                        out.writeBoolean(value);
                    });

    public static final ColumnType<LocalDate> DATE =
            new ColumnType<>(
                    "date",
                    (value, out) -> write(Math.toIntExact(value.toEpochDay() - Epoch.DAY), out));

    public static final ColumnType<Instant> TIMESTAMP =
            new ColumnType<>("timestamptz", (value, out) -> write(Epoch.micros(value), out));

    public static final ColumnType<String> TEXT = new ColumnType<>("text", ColumnType::write);

    public static final ColumnType<String> JSON = new ColumnType<>("json", ColumnType::write);

    public static final ColumnType<String> JSONB =
            new ColumnType<>(
                    "jsonb",
                    (value, out) -> {
                        byte[] text = value.getBytes(StandardCharsets.UTF_8);
                        out.writeInt(1 + text.length);
                        out.writeByte(1);
                        out.write(text);
                    });

    private final String name;
    private final BinaryForm<T> form;

    private ColumnType(String name, BinaryForm<T> form) {
        this.name = name;
        this.form = form;
    }

    @FunctionalInterface
    private interface BinaryForm<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    /** PostgreSQL counts from the year 2000. */
    private static final class Epoch {

        private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");
        private static final long DAY = LocalDate.of(2000, 1, 1).toEpochDay();

        /** The log keeps no smaller parts of a second. */
        static long micros(Instant value) {
            long seconds = Math.subtractExact(value.getEpochSecond(), START.getEpochSecond());
            return Math.addExact(
                    Math.multiplyExact(seconds, TimeUnit.SECONDS.toMicros(1)),
                    TimeUnit.NANOSECONDS.toMicros(value.getNano()));
        }
    }

    /** As the database calls it. */
    String name() {
        return name;
    }

    void writeBinary(T value, DataOutput out) throws IOException {
        form.write(value, out);
    }

    private static void write(Long value, DataOutput out) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private static void write(Integer value, DataOutput out) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
    }

    private static void write(String value, DataOutput out) throws IOException {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
