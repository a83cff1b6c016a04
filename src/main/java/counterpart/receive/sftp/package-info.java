/** Lists and downloads a partner's files over SFTP. */
@NullMarked
package counterpart.receive.sftp;

import org.jspecify.annotations.NullMarked;
