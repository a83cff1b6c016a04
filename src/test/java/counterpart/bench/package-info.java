/** The plain Spring Batch job that the night is measured against. */
@NullMarked
package counterpart.bench;

import org.jspecify.annotations.NullMarked;
