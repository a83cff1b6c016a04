/** Delivers over SFTP: temporary name, rename, stat. */
@NullMarked
package counterpart.deliver.sftp;

import org.jspecify.annotations.NullMarked;
