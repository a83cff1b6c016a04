package counterpart.deliver.sftp;

import counterpart.deliver.Courier;
import counterpart.deliver.DeliveryKey;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.RemoteInbox;
import counterpart.partner.RemotePlace;
import counterpart.report.Edition;

/** Brings an edition to a directory on the recipient's SFTP server: the traced facts first, then the pages. */
public final class SftpCourier implements Courier {
    private static final String PAGES = ".pdf";

    private final RemoteInbox inbox;

    public SftpCourier(RemoteInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String channel() {
        return DeliveryKey.SFTP;
    }

    /** Who sees the pages there finds the facts beside them, so the pages come last. */
    @Override
    public RemotePlace bring(Edition edition, Recipient recipient) {
        String name = edition.fileName();
        String facts = name.substring(0, name.length() - PAGES.length()) + ".facts.json";
        inbox.put(recipient.partner(), recipient.directory(), facts, edition.facts());
        return inbox.put(recipient.partner(), recipient.directory(), name, edition.pdf());
    }
}
