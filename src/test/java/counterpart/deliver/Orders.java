package counterpart.deliver;

import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.partner.Partnership.Recipient;
import java.time.Instant;
import java.time.YearMonth;

/** Orders for tests. */
final class Orders {
    static final Sha256 ARTEFACT = new Sha256("a".repeat(64));

    private Orders() {}

    static DeliveryOrder anOrder() {
        return anOrder("Secretary", "cascadia", "/committee", 1, ARTEFACT);
    }

    static DeliveryOrder anOrder(String name, String partner, String directory, int revision, Sha256 artefact) {
        return new DeliveryOrder(
                new PartnershipId("cascadia-lakeshore"),
                YearMonth.of(2026, 10),
                revision,
                new Recipient(name, new PartnerId(partner), directory),
                "sftp",
                "cascadia-lakeshore-2026-10-r1.pdf",
                artefact);
    }

    static DeliveryReceipt aReceipt(Sha256 sha) {
        return new DeliveryReceipt(
                new PartnershipId("cascadia-lakeshore"),
                YearMonth.of(2026, 10),
                1,
                "Secretary",
                "/committee/cascadia-lakeshore-2026-10-r1.pdf",
                sha,
                5,
                Instant.parse("2026-11-10T15:00:00Z"));
    }
}
