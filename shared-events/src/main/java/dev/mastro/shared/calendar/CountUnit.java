package dev.mastro.shared.calendar;

/** What a span of service is counted in. */
public enum CountUnit {
    DAY(1),
    /** On the local clock, where every day has as many: daylight saving changes no price. */
    SECOND(86_400);

    private final long perDay;

    CountUnit(long perDay) {
        this.perDay = perDay;
    }

    /** How many make a day. */
    public long perDay() {
        return perDay;
    }
}
