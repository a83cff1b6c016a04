/** Writes how things stand as a page that needs no server. */
@NullMarked
package counterpart.watch.html;

import org.jspecify.annotations.NullMarked;
