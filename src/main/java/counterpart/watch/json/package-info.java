/** Writes what a run came to as a JSON file that other programs may rely on. */
@NullMarked
package counterpart.watch.json;

import org.jspecify.annotations.NullMarked;
