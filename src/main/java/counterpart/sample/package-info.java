/** Makes a synthetic partnership, its files and the truth about every planted fault. */
@NullMarked
package counterpart.sample;

import org.jspecify.annotations.NullMarked;
