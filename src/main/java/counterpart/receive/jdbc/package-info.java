/** Keeps the custody ledger in the control store. */
@NullMarked
package counterpart.receive.jdbc;

import org.jspecify.annotations.NullMarked;
