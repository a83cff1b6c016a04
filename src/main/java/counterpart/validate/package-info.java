/** Believes or refuses a file, then each of its rows, and hands on a ValidatedFile. */
@NullMarked
package counterpart.validate;

import org.jspecify.annotations.NullMarked;
