/** Reads delimited files within stated limits; nothing is dropped, nothing is guessed. */
@NullMarked
package counterpart.validate.csv;

import org.jspecify.annotations.NullMarked;
