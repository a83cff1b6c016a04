/** Tells of alerts over HTTP. */
@NullMarked
package counterpart.watch.http;

import org.jspecify.annotations.NullMarked;
