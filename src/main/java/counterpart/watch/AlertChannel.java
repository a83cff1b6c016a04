package counterpart.watch;

/** A way to tell somebody of alerts. */
public interface AlertChannel {
    /** Its name in the ledger, which never changes: the way and, for a mail, the address. No secret. */
    String name();

    /** @throws AlertException when the other side certainly or possibly has not taken it */
    void send(AlertMessage message);
}
