package dev.mastro.query.platform;

import dev.mastro.eventstore.TrackingTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the segments of all processes have read, as they have last stored it. */
@Component
class TokenTable {

    private static final String ALL =
            """
            SELECT processor_name, segment, token, token_type
              FROM token_entry
             ORDER BY processor_name, segment
            """;

    /** Takes the segments away from all processes: whoever still works on one is refused. */
    private static final String RELEASE =
            """
            UPDATE token_entry SET owner = NULL WHERE processor_name = ?
            """;

    private final JdbcClient jdbc;
    private final Serializer serializer;

    TokenTable(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The position of one segment of one projection. */
    record Entry(String projection, int segment, @Nullable TrackingToken token) {

        long position() {
            return TrackingTokens.position(token);
        }

        boolean covers(long position) {
            return TrackingTokens.covers(token, position);
        }

        /** Up to where the segment reads for the second time, if it does. */
        OptionalLong resetPosition() {
            return token instanceof ReplayToken replay
                    ? OptionalLong.of(TrackingTokens.position(replay.getTokenAtReset()))
                    : OptionalLong.empty();
        }
    }

    List<Entry> entries() {
        return jdbc.sql(ALL).query((row, _) -> entry(row)).list();
    }

    void release(String projection) {
        jdbc.sql(RELEASE).param(projection).update();
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
