/** Mails of the running product, as a mail server gets them. */
@NullMarked
package dev.mastro.mail;

import org.jspecify.annotations.NullMarked;
