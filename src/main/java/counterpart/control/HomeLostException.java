package counterpart.control;

/** Another process has opened the home although this one had it; nothing more is written. */
public final class HomeLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HomeLostException(HomeLock.Owner owner, long ours, long latest) {
        super("the home was opened by another process (opening " + latest + ") while this one, '" + owner.command()
                + "' of process " + owner.pid() + ", had it (opening " + ours + "), so this one stopped before it wrote"
                + " anything more. Was counterpart.lock removed, or does the home lie on a network disk? Let the other"
                + " process end, then run the same command again");
    }
}
