/** Turns the agreed facts into scores, statuses and signals: a Scorecard. */
@NullMarked
package counterpart.measure;

import org.jspecify.annotations.NullMarked;
