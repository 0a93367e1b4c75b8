-- What failed or waits is looked at as a list; what was sent only by account.
CREATE INDEX mail_outbox_state_idx ON mail_outbox (state, position)
    WHERE state IN ('WAITING', 'FAILED');
