/** What documents and mails say about the seller, read from the same files as his rules. */
@NullMarked
package dev.mastro.query.seller;

import org.jspecify.annotations.NullMarked;
