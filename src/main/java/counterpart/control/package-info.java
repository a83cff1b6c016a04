/** The control store: custody, runs, editions, deliveries and audit. No member data, ever. */
@NullMarked
package counterpart.control;

import org.jspecify.annotations.NullMarked;
