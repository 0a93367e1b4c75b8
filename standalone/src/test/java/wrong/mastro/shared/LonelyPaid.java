package wrong.mastro.shared;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

@Revision("1")
public record LonelyPaid(AccountId accountId, LocalDate effectiveOn) implements LedgerEvent {}
