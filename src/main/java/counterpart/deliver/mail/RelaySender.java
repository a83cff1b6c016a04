package counterpart.deliver.mail;

import counterpart.partner.MailRelay;
import counterpart.partner.MailRelay.Protection;
import counterpart.partner.Secret;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Speaks with one relay by its settings: TLS is demanded, the server's name is checked, and every wait has an end. */
final class RelaySender extends JavaMailSenderImpl {
    private static final String PREFIX = "mail.smtp.";

    private @Nullable SMTPTransport last;

    /** @throws IOException when the certificate of the relay's authority cannot be read */
    RelaySender(MailRelay relay) throws IOException {
        setHost(relay.host());
        setPort(relay.port());
        setUsername(relay.user());
        Secret password = relay.password();
        setPassword(password == null ? null : password.reveal());
        setJavaMailProperties(properties(relay));
    }

    /** The server's last answer in this sender's life, on one line. */
    String lastAnswer() {
        String answer = last == null ? null : last.getLastServerResponse();
        return answer == null ? "" : printable(answer);
    }

    /** A server's text as it may stand in a log and in a table: one line, not too long. */
    static String printable(String answer) {
        String line = answer.replaceAll("[^\\x20-\\x7e]+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }

    @Override
    protected Transport getTransport(Session session) throws NoSuchProviderException {
        Transport transport = super.getTransport(session);
        last = transport instanceof SMTPTransport smtp ? smtp : null;
        return transport;
    }

    private static Properties properties(MailRelay relay) throws IOException {
        Properties properties = new Properties();
        String millis = Long.toString(relay.timeout().toMillis());
        properties.put(PREFIX + "connectiontimeout", millis);
        properties.put(PREFIX + "timeout", millis);
        properties.put(PREFIX + "writetimeout", millis);
        // The server's answer to the mail decides; its answer to the good-bye does not.
        properties.put(PREFIX + "quitwait", "false");
        properties.put(PREFIX + "from", relay.from());
        properties.put(PREFIX + "localhost", MailRelay.domainOf(relay.from()));
        properties.put(PREFIX + "auth", Boolean.toString(relay.user() != null));
        boolean startTls = relay.protection() == Protection.STARTTLS;
        properties.put(PREFIX + "starttls.enable", Boolean.toString(startTls));
        properties.put(PREFIX + "starttls.required", Boolean.toString(startTls));
        properties.put(PREFIX + "ssl.enable", Boolean.toString(relay.protection() == Protection.TLS));
        properties.put(PREFIX + "ssl.checkserveridentity", "true");
        properties.put(PREFIX + "ssl.protocols", "TLSv1.2 TLSv1.3");
        Path authority = relay.authority();
        if (authority != null) {
            properties.put(PREFIX + "ssl.socketFactory", trusting(authority));
        }
        return properties;
    }

    private static SSLSocketFactory trusting(Path authority) throws IOException {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(authority + " holds no certificate in PEM form", e);
        }
    }
}
