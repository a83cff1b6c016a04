/** Checks across rows and files, as SQL over the staged load and the active loads. */
@NullMarked
package counterpart.validate.book;

import org.jspecify.annotations.NullMarked;
