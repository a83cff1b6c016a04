/** Takes custody of a partner's file exactly once and hands on a ReceivedFile. */
@NullMarked
package counterpart.receive;

import org.jspecify.annotations.NullMarked;
