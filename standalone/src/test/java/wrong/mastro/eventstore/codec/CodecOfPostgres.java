package wrong.mastro.eventstore.codec;

import wrong.mastro.eventstore.postgres.LogOfOneSide;

public record CodecOfPostgres(LogOfOneSide log) {}
