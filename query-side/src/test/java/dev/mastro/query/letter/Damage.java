package dev.mastro.query.letter;

import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;

/** Events in the log that this build cannot read. */
enum Damage {
    UNKNOWN_TYPE("AccountVanished", "1", "{}"),
    CORRUPT_PAYLOAD("AccountDowngraded", "1", "{\"acc"),
    FUTURE_REVISION("BillingDetailsChanged", "99", "{}");

    private static final String RECORD =
            """
            INSERT INTO ledger_event (aggregate_type, aggregate_id, sequence_number, event_id,
                                      recorded_at, recorded_at_text, payload_type, revision,
                                      payload, metadata)
            VALUES ('Test', :aggregate, :sequence, gen_random_uuid(), '2025-12-01T12:00:00Z',
                    '2025-12-01T12:00:00Z', :type, :revision,
                    convert_to(:payload, 'UTF8'), convert_to('{}', 'UTF8'))
            """;

    private final String type;
    private final String revision;
    private final String payload;

    Damage(String type, String revision, String payload) {
        this.type = type;
        this.revision = revision;
        this.payload = payload;
    }

    String type() {
        return type;
    }

    String revision() {
        return revision;
    }

    /** As the next event of the account, from a process of another build. */
    void recordFor(QuerySide querySide, Story story) {
        record(querySide, story.account().toString(), payload);
    }

    /** As the next event of a stream, with something else to say than usual. */
    void record(QuerySide querySide, String aggregate, String content) {
        var _ =
                querySide
                        .jdbc()
                        .sql(RECORD)
                        .param("aggregate", aggregate)
                        .param("sequence", querySide.skip(aggregate))
                        .param("type", type)
                        .param("revision", revision)
                        .param("payload", content)
                        .update();
    }
}
