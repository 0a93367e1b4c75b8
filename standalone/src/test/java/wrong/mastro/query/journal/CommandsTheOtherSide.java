package wrong.mastro.query.journal;

import wrong.mastro.command.ordering.WrongOrder;

public record CommandsTheOtherSide(WrongOrder order) {}
