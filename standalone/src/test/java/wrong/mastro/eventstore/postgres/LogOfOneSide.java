package wrong.mastro.eventstore.postgres;

import wrong.mastro.command.ordering.WrongOrder;

public record LogOfOneSide(WrongOrder order) {}
