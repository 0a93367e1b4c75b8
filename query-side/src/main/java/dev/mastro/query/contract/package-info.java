/** What the published contract says of each read. */
@NullMarked
package dev.mastro.query.contract;

import org.jspecify.annotations.NullMarked;
