package wrong.mastro.command.ordering;

import wrong.mastro.query.journal.WrongBalance;

public record ReadsTheOtherSide(WrongBalance balance) {}
