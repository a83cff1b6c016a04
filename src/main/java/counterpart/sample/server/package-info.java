/** A partner's SFTP server inside this process, for the demonstration and for tests. Never a production server. */
@NullMarked
package counterpart.sample.server;

import org.jspecify.annotations.NullMarked;
