package counterpart.operate;

import counterpart.deliver.DeliveryException;
import counterpart.deliver.mail.PlainMail;
import counterpart.partner.MailRelay;
import counterpart.watch.AlertChannel;
import counterpart.watch.AlertException;
import counterpart.watch.AlertMessage;

/** Tells one mail address of alerts. */
final class MailAlerts implements AlertChannel {
    private final MailRelay relay;
    private final String address;

    MailAlerts(MailRelay relay, String address) {
        this.relay = relay;
        this.address = address;
    }

    @Override
    public String name() {
        return "mail " + address;
    }

    @Override
    public void send(AlertMessage message) {
        try {
            new PlainMail(relay).send(address, message.subject(), message.text(), message.id(), message.at());
        } catch (DeliveryException e) {
            throw new AlertException(e.getMessage() + "; the next run tries again", e);
        }
    }
}
