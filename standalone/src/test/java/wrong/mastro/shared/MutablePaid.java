package wrong.mastro.shared;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

@Revision("1")
public final class MutablePaid implements WrongEvent {

    private AccountId accountId;
    private LocalDate effectiveOn;

    public MutablePaid(AccountId accountId, LocalDate effectiveOn) {
        this.accountId = accountId;
        this.effectiveOn = effectiveOn;
    }

    public void move(AccountId other, LocalDate on) {
        accountId = other;
        effectiveOn = on;
    }

    @Override
    public AccountId accountId() {
        return accountId;
    }

    @Override
    public LocalDate effectiveOn() {
        return effectiveOn;
    }
}
