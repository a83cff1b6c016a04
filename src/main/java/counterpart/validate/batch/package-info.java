/** The steps of the intake job. */
@NullMarked
package counterpart.validate.batch;

import org.jspecify.annotations.NullMarked;
