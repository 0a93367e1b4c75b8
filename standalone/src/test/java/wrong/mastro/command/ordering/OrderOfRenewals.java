package wrong.mastro.command.ordering;

import wrong.mastro.command.renewal.RenewalOfOrders;

public record OrderOfRenewals(RenewalOfOrders renewals) {}
