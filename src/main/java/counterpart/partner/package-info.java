/** With whom files are exchanged and what was agreed: partners, feeds, file layouts, partnerships, targets. */
@NullMarked
package counterpart.partner;

import org.jspecify.annotations.NullMarked;
