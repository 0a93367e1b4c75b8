package dev.mastro.command.work;

import dev.mastro.shared.account.AccountId;

/** What has fallen due on an account and must be done before anybody orders on it. */
public interface DueWork {

    /**
     * Does it now, for somebody who waits, up to the first item that fails; when nothing is due it
     * does nothing.
     *
     * @throws RuntimeException when he has waited for too long; then nothing has failed
     */
    void catchUp(AccountId account);
}
