/** The audit: the invariants of the ledger, checked on live rows. */
@NullMarked
package dev.mastro.query.audit;

import org.jspecify.annotations.NullMarked;
