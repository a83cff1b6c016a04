package counterpart.receive.sftp;

import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.partner.sftp.PartnerServers;
import counterpart.receive.Shelf;
import counterpart.receive.Shelves;

/** Opens shelves on partners' SFTP servers, each as its partner's configuration says. */
public final class SftpShelves implements Shelves {
    private final Configuration configuration;
    private final PartnerServers servers;

    public SftpShelves(Configuration configuration, PartnerServers servers) {
        this.configuration = configuration;
        this.servers = servers;
    }

    @Override
    public Shelf open(PartnerId partner) {
        return new SftpShelf(
                servers.open(partner, configuration.partner(partner).connection()));
    }
}
