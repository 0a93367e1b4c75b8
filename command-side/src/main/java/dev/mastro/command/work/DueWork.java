package dev.mastro.command.work;

import dev.mastro.shared.account.AccountId;

/** What has fallen due on an account and must be done before anybody orders on it. */
public interface DueWork {

    /**
     * Does all of it now; when nothing is due it does nothing.
     *
     * @throws TooBusyException when others have the account for too long
     */
    void catchUp(AccountId account);
}
