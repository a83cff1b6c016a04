/** Computes measures as SQL over the books. */
@NullMarked
package counterpart.measure.book;

import org.jspecify.annotations.NullMarked;
