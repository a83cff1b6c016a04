/** Holds the two sides' books against each other and keeps the breaks: ReconciledBooks. */
@NullMarked
package counterpart.reconcile;

import org.jspecify.annotations.NullMarked;
