/** Reads job-configs into partner records and tells every fault with file, line, key and remedy. */
@NullMarked
package counterpart.partner.yaml;

import org.jspecify.annotations.NullMarked;
