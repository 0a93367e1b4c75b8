package dev.mastro.command.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A billing run as callers see it; started and finished are real time, through is the ledger's. */
record BillingRun(
        String id,
        Instant through,
        Instant startedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant finishedAt,
        long due,
        long done,
        long failed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error) {}
