package wrong.mastro.shared;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

public interface Nest {

    @Revision("1")
    record NestedPaid(AccountId accountId, LocalDate effectiveOn) implements WrongEvent {}
}
