package counterpart.deliver.sftp;

import counterpart.deliver.Channel;
import counterpart.deliver.DeliveryOrder;
import counterpart.partner.RemoteInbox;
import counterpart.partner.RemotePlace;
import java.nio.file.Path;

/** Uploads to the recipient's directory on its partner's SFTP server. */
public final class SftpChannel implements Channel {
    private final RemoteInbox inbox;

    public SftpChannel(RemoteInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "sftp";
    }

    @Override
    public boolean seesWhatLiesThere() {
        return true;
    }

    @Override
    public RemotePlace carry(DeliveryOrder order, Path content) {
        return inbox.put(order.recipient().partner(), order.recipient().place(), order.fileName(), content);
    }
}
