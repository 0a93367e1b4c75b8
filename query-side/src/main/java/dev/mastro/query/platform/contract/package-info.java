/** What the published contract says of each read. */
@NullMarked
package dev.mastro.query.platform.contract;

import org.jspecify.annotations.NullMarked;
