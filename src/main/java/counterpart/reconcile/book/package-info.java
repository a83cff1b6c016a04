/** The reconciliations as SQL over the books. */
@NullMarked
package counterpart.reconcile.book;

import org.jspecify.annotations.NullMarked;
