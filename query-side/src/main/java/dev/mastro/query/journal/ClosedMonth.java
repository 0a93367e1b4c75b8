package dev.mastro.query.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** The month was closed with all before it; what came later is posted from {@code openFrom} on. */
record ClosedMonth(
        YearMonth month, LocalDate openFrom, Instant closedAt, String closedBy, long position) {}
