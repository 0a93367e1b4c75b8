package dev.mastro.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the readers of all processes are, as they have last stored it. */
public final class StoredTokens {

    private static final String ALL =
            """
            SELECT processor_name, segment, token, token_type
              FROM token_entry
             ORDER BY processor_name, segment
            """;

    private final JdbcClient jdbc;
    private final Serializer serializer;

    /** The tokens behind {@code jdbc}, written by {@code serializer}. */
    public StoredTokens(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** One segment of one event processor. */
    public record Entry(String processor, int segment, @Nullable TrackingToken token) {

        /** Up to where it has handled every event. */
        public long position() {
            return TrackingTokens.position(token);
        }
    }

    /** Every segment that was ever run. */
    public List<Entry> all() {
        return jdbc.sql(ALL).query((row, _) -> entry(row)).list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        byte[] token = row.getBytes("token");
        return new Entry(
                row.getString("processor_name"),
                row.getInt("segment"),
                token == null ? null : read(token, row.getString("token_type")));
    }

    private TrackingToken read(byte[] token, String type) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(token, byte[].class, type, null));
    }
}
