package dev.mastro.command.payment.gateway;

import static java.util.Objects.requireNonNull;

import dev.mastro.command.payment.Payment;
import dev.mastro.shared.DerivedIds;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outside world of the embedded way to run: it answers test tokens and remembers every charge.
 * Its statements commit by themselves and need not wait for the disk: the commit of the facts that
 * rest on them is later in the same log of the database server.
 */
@Component
class EmbeddedCardGateway implements CardGateway {

    /** In one order of keys, so that two who ask for the same ones do not wait for each other. */
    private static final String INSERT =
            """
            INSERT INTO gateway_charge
                   (charge_key, account_id, token, amount_minor, currency, status, reference, code)
            SELECT charge.*
              FROM set_config('synchronous_commit', 'off', true),
                   unnest(?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                          ?::text[], ?::text[])
                   AS charge (key, account, token, amount, currency, status, reference, code)
             ORDER BY charge.key
            ON CONFLICT DO NOTHING
            RETURNING charge_key
            """;

    private static final String FIND =
            """
            SELECT status, reference, amount_minor, currency, code
              FROM gateway_charge
             WHERE charge_key = :key
            """;

    private static final String REPLACE =
            """
            UPDATE gateway_charge
               SET token = :token, amount_minor = :amount, currency = :currency,
                   status = :status, reference = :reference, code = :code,
                   reserved_at = clock_timestamp()
             WHERE charge_key = :key AND status <> 'CAPTURED'
            """;

    /** Older ones have expired, as they do at every provider. */
    private static final String RESERVED =
            """
            SELECT reference FROM gateway_charge
             WHERE reserved_at > clock_timestamp() - interval '7 days'
               AND reserved_at <= clock_timestamp() - :millis * interval '1 millisecond'
               AND status = 'AUTHORISED'
             ORDER BY reserved_at
            """;

    private static final String FAILURES =
            """
            SELECT count(*) FROM gateway_charge
             WHERE account_id = :account AND token = :token AND status = 'DECLINED'
            """;

    private static final String CAPTURE =
            """
            UPDATE gateway_charge SET status = 'CAPTURED'
              FROM set_config('synchronous_commit', 'off', true)
             WHERE reference = ANY (?) AND status = 'AUTHORISED'
            """;

    private static final String RELEASE =
            """
            UPDATE gateway_charge SET status = 'RELEASED'
             WHERE reference = :reference AND status IN ('AUTHORISED', 'PENDING')
            """;

    private static final String PAY_OUT =
            """
            INSERT INTO gateway_payout (payout_key, amount_minor, currency)
            VALUES (:key, :amount, :currency)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate outside;
    private final Rounds<ChargeRequest, Payment> authorisations = new Rounds<>(this::reserve);

    EmbeddedCardGateway(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** A request and what the gateway makes of it. */
    private record Judged(ChargeRequest request, Charge charge) {}

    @Override
    public Payment authorise(ChargeRequest request) {
        return authorisations.ask(request);
    }

    private List<Payment> reserve(List<ChargeRequest> requests) {
        return requireNonNull(
                outside.execute(status -> {
                    List<Judged> judged =
                            requests.stream().map(one -> new Judged(one, judge(one))).toList();
                    Set<String> first = new HashSet<>(insert(judged));
                    return judged.stream()
                            .map(one ->
                                    first.remove(one.request().key())
                                            ? one.charge().payment()
                                            : again(one.request(), one.charge()))
                            .toList();
                }));
    }

    /** The key was there already. */
    private Payment again(ChargeRequest request, Charge charge) {
        Charge first = find(request).orElse(charge);
        if (first.answers(request)) {
            return first.payment();
        }
        return replace(request, charge) == 1
                ? charge.payment()
                : find(request).orElse(charge).payment();
    }

    @Override
    public void capture(Collection<String> references) {
        if (!references.isEmpty()) {
            outside.executeWithoutResult(
                    status -> jdbc.sql(CAPTURE).param(references.toArray(String[]::new)).update());
        }
    }

    @Override
    public List<String> reservedFor(Duration least) {
        return jdbc.sql(RESERVED)
                .param("millis", least.toMillis())
                .query((row, _) -> String.valueOf(row.getString("reference")))
                .list();
    }

    @Override
    public void release(String reference) {
        outside.executeWithoutResult(
                status -> jdbc.sql(RELEASE).param("reference", reference).update());
    }

    @Override
    public void payOut(String key, Money amount) {
        outside.executeWithoutResult(status ->
                jdbc.sql(PAY_OUT)
                        .param("key", key)
                        .param("amount", amount.getAmountMinorLong())
                        .param("currency", amount.getCurrencyUnit().getCode())
                        .update());
    }

    private Charge judge(ChargeRequest request) {
        String reference =
                "card_"
                        + DerivedIds.of(
                                request.accountId().value(), request.key() + request.amount());
        TestToken token = TestToken.of(request.token());
        if (token == null) {
            return new Charge("DECLINED", reference, request.amount(), TestToken.UNKNOWN);
        }
        if (token.declines(token.counts() ? failures(request) : 0)) {
            return new Charge("DECLINED", reference, request.amount(), token.code());
        }
        String status = token == TestToken.TOK_PENDING ? "PENDING" : "AUTHORISED";
        return new Charge(status, reference, request.amount(), null);
    }

    private long failures(ChargeRequest request) {
        return jdbc.sql(FAILURES)
                .param("account", request.accountId().value())
                .param("token", request.token())
                .query(Long.class)
                .single();
    }

    private Optional<Charge> find(ChargeRequest request) {
        return jdbc.sql(FIND).param("key", request.key()).query(Charge::of).optional();
    }

    /** The keys that were not there yet. */
    private List<String> insert(List<Judged> judged) {
        return jdbc.sql(INSERT)
                .param(column(judged, one -> one.request().key()))
                .param(column(judged, one -> one.request().accountId().toString()))
                .param(column(judged, one -> one.request().token()))
                .param(column(judged, one -> minor(one.request().amount()).toString()))
                .param(column(judged, one -> one.request().amount().getCurrencyUnit().getCode()))
                .param(column(judged, one -> one.charge().status()))
                .param(column(judged, one -> one.charge().reference()))
                .param(column(judged, EmbeddedCardGateway::code))
                .query((row, _) -> String.valueOf(row.getString("charge_key")))
                .list();
    }

    private int replace(ChargeRequest request, Charge charge) {
        return jdbc.sql(REPLACE)
                .param("key", request.key())
                .param("token", request.token())
                .param("amount", minor(request.amount()))
                .param("currency", request.amount().getCurrencyUnit().getCode())
                .param("status", charge.status())
                .param("reference", charge.reference())
                .param("code", charge.code())
                .update();
    }

    private static Long minor(Money amount) {
        return amount.getAmountMinorLong();
    }

    @SuppressWarnings("NullAway") // A column of texts may hold nulls.
    private static String code(Judged one) {
        return one.charge().code();
    }

    private static String[] column(List<Judged> judged, Function<Judged, String> value) {
        return judged.stream().map(value).toArray(String[]::new);
    }
}
