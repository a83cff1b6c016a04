/** Lays a scorecard out for one committee: an Edition. */
@NullMarked
package counterpart.report;

import org.jspecify.annotations.NullMarked;
