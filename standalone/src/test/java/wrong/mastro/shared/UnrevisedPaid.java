package wrong.mastro.shared;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;

public record UnrevisedPaid(AccountId accountId, LocalDate effectiveOn) implements WrongEvent {}
