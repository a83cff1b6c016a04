/** The only door to Spring Batch's operator, and the only maker of its steps. */
@NullMarked
package counterpart.control.batch;

import org.jspecify.annotations.NullMarked;
