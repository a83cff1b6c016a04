package counterpart.control;

/** Another process works in the home; the message names it. */
public final class HomeBusyException extends RuntimeException {
    private final transient HomeLock.Owner owner;

    HomeBusyException(HomeLock.Owner owner) {
        super("the home is in use by '" + owner.command() + "' (process " + owner.pid() + " of " + owner.user() + " on "
                + owner.host() + ", since " + owner.since()
                + "), so nothing was started; wait until it ends, or look at it with 'counterpart status'");
        this.owner = owner;
    }

    public HomeLock.Owner owner() {
        return owner;
    }
}
