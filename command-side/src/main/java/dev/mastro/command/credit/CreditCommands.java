package dev.mastro.command.credit;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Commands on the credit of an account. */
public sealed interface CreditCommands extends LedgerCommand {

    /** Gives goodwill credit, by support or finance (api.md 5). */
    record GrantGoodwill(
            AccountId accountId,
            GrantId grantId,
            Money amount,
            String reason,
            boolean refundable,
            @Nullable LocalDate expiresOn)
            implements CreditCommands {

        @Override
        public int successStatus() {
            return 201;
        }
    }

    /** Spends credit on one open invoice; all that fits when no amount is named. */
    record ApplyCredit(AccountId accountId, InvoiceId invoice, @Nullable Money amount)
            implements CreditCommands {

        @Override
        public int successStatus() {
            return 201;
        }
    }

    /** Lets credit be spent by itself, or no longer (billing.md R003-18). */
    record SwitchAutoApplyCredit(AccountId accountId, boolean enabled) implements CreditCommands {}

    /** Pays refundable credit out, through support (billing.md R003-21, GT-7). */
    record RefundCredit(
            AccountId accountId, RefundId refundId, Money amount, @Nullable String reason)
            implements CreditCommands {

        @Override
        public int successStatus() {
            return 201;
        }
    }

    /** The provider paid a refund out. */
    record SettleRefund(AccountId accountId, RefundId refundId) implements CreditCommands {}

    /** A grant is past its last day. */
    record ExpireCredit(AccountId accountId, GrantId grantId, LocalDate agreedOn)
            implements CreditCommands {}
}
