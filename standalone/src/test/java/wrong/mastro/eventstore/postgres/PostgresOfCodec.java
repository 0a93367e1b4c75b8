package wrong.mastro.eventstore.postgres;

import wrong.mastro.eventstore.codec.CodecOfPostgres;

public record PostgresOfCodec(CodecOfPostgres codec) {}
