package wrong.mastro.shared;

import dev.mastro.shared.LedgerEvent;

public sealed interface WrongEvent extends LedgerEvent
        permits DecimalPaid, MutablePaid, UnrevisedPaid, Nest.NestedPaid {}
