/** Delivers by mail: one message a recipient, over TLS, with an id that a second copy would share. */
@NamedInterface("mail")
@NullMarked
package counterpart.deliver.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
