package wrong.mastro.shared;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

@Revision("1")
public record DecimalPaid(AccountId accountId, LocalDate effectiveOn, List<WrongPrice> prices)
        implements WrongEvent {}
