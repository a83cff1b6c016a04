package counterpart.receive;

import counterpart.model.PartnerId;

/** Opens partners' shelves. */
@FunctionalInterface
public interface Shelves {
    /** A session of its own; the caller closes it. */
    Shelf open(PartnerId partner);
}
