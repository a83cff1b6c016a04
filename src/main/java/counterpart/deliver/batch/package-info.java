/** The step of the review job that delivers. */
@NullMarked
package counterpart.deliver.batch;

import org.jspecify.annotations.NullMarked;
