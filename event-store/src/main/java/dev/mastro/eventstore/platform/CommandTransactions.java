package dev.mastro.eventstore.platform;

import org.axonframework.common.transaction.TransactionManager;

/** Who begins the database transaction of a command, if it has one from its beginning. */
record CommandTransactions(TransactionManager begunBy) {}
