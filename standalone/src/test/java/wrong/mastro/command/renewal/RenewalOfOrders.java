package wrong.mastro.command.renewal;

import wrong.mastro.command.ordering.WrongOrder;

public record RenewalOfOrders(WrongOrder order) {}
