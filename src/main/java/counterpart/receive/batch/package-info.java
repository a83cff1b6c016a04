/** The steps of the collect job. */
@NullMarked
package counterpart.receive.batch;

import org.jspecify.annotations.NullMarked;
