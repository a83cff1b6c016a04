/** Keeps the facts behind an edition in a file beside it. */
@NullMarked
package counterpart.report.json;

import org.jspecify.annotations.NullMarked;
