/** Draws an edition as an accessible PDF. */
@NullMarked
package counterpart.report.pdf;

import org.jspecify.annotations.NullMarked;
