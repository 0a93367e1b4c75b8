package dev.mastro.command.platform;

import dev.mastro.command.account.AccountNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Account numbers from a sequence of the database. */
@Component
class SequenceAccountNumbers implements AccountNumbers {

    private static final String NEXT = "SELECT nextval('account_number')";

    private final JdbcClient jdbc;

    SequenceAccountNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String next() {
        return jdbc.sql(NEXT).query(String.class).single();
    }
}
