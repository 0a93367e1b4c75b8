package wrong.mastro.query.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

public record OpenStream(JdbcClient jdbc) {

    long currencies() {
        return jdbc.sql("SELECT 'EUR'").query(String.class).stream().count();
    }
}
