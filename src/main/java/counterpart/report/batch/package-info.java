/** The steps of the review job that compose, render and inspect. */
@NullMarked
package counterpart.report.batch;

import org.jspecify.annotations.NullMarked;
