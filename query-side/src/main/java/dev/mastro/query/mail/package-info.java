/** Mails to customers, exactly once for each cause. */
@NullMarked
package dev.mastro.query.mail;

import org.jspecify.annotations.NullMarked;
