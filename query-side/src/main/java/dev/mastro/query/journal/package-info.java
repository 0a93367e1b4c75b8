/** The books: balanced postings of every fact, revenue by days, trial balance and journal. */
@NullMarked
package dev.mastro.query.journal;

import org.jspecify.annotations.NullMarked;
