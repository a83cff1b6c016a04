/** The steps of the reconcile job. */
@NullMarked
package counterpart.reconcile.batch;

import org.jspecify.annotations.NullMarked;
