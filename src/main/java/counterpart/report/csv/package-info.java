/** Reads the committee's registers: decisions and issues that people wrote down, handed on as Registers. */
@NullMarked
package counterpart.report.csv;

import org.jspecify.annotations.NullMarked;
