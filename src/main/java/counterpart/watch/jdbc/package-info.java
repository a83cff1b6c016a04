/** Keeps the ledger of alerts in the control store. */
@NullMarked
package counterpart.watch.jdbc;

import org.jspecify.annotations.NullMarked;
