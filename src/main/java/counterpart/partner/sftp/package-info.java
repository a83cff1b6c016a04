/** SFTP sessions as this product allows them: pinned host keys, strict algorithms, bounded waits. */
@NullMarked
package counterpart.partner.sftp;

import org.jspecify.annotations.NullMarked;
