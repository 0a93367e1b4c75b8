/** What both sides answer over HTTP: one representation of each fold (api.md 2, 4, 5). */
@NullMarked
package dev.mastro.shared.view;

import org.jspecify.annotations.NullMarked;
