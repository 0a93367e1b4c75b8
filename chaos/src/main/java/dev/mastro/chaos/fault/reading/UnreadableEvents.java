package dev.mastro.chaos.fault.reading;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An event that another version has recorded, as it would: the second of a stream of its own, whose
 * first one tells the account. The log keeps it; what heals is a build that can read it.
 *
 * @param build the first that can
 */
record UnreadableEvents(int build, String type, String revision, String payload) implements Poison {

    /** Begins the names of such streams: then comes the build, then the account. */
    static final String STREAM = "poison";

    /** What everybody can read: it changes nothing but the timeline. */
    static final String READABLE =
            """
            {"accountId": "%s", "user": "another-build", "effectiveOn": "2025-04-01"}
            """;

    private static final String RECORD =
            """
            INSERT INTO ledger_event (aggregate_type, aggregate_id, sequence_number, event_id,
                                      recorded_at, recorded_at_text, payload_type, revision,
                                      payload, metadata)
            SELECT 'Poison', :stream, sequence, gen_random_uuid(), '2025-04-01T08:00:00Z',
                   '2025-04-01T08:00:00Z', type, revision, convert_to(payload, 'UTF8'), '{}'
              FROM (VALUES (0, 'PasswordChanged', '1', :readable),
                           (1, :type, :revision, :payload))
                   AS events (sequence, type, revision, payload)
            """;

    static List<UnreadableEvents> all(int build) {
        return Stream.of(unknown(build), corrupt(build), ofTheFuture(build))
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<UnreadableEvents> unknown(int build) {
        return Stream.of("AccountVanished", "dev.mastro.shared.account.AccountClosed", "", "Event7")
                .map(type -> new UnreadableEvents(build, type, "1", "{}"));
    }

    private static Stream<UnreadableEvents> corrupt(int build) {
        return Stream.of("{\"accountId\": \"", "", "[]", "{\"effectiveOn\": \"never\"}")
                .map(payload -> new UnreadableEvents(build, "TermsAccepted", "1", payload));
    }

    private static Stream<UnreadableEvents> ofTheFuture(int build) {
        return Stream.of("AccountDowngraded", "BillingDetailsChanged", "InvoiceIssued", "RoleGiven")
                .map(type -> new UnreadableEvents(build, type, "99", "{}"));
    }

    @Override
    public String inWords() {
        return "event '%s' of revision %s with payload '%s'".formatted(type, revision, payload);
    }

    @Override
    public void plant(JdbcClient database, String account) {
        database.sql(RECORD)
                .param("stream", "%s-%d-%s".formatted(STREAM, build, account))
                .param("readable", READABLE.formatted(account))
                .param("type", type)
                .param("revision", revision)
                .param("payload", payload)
                .update();
    }

    @Override
    public void heal(JdbcClient database) {
        // The log only grows.
    }

    @Override
    public boolean needsAnotherBuild() {
        return true;
    }
}
