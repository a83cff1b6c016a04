package counterpart.deliver.mail;

import counterpart.deliver.DeliveryException;
import counterpart.finding.Trouble;
import counterpart.partner.MailRelay;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Says what a failed dialogue with the relay means: certainly not delivered, or perhaps. */
final class Refusals {
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FINAL_REFUSAL = 500;
    private static final int TOO_LARGE = 552;

    private final MailRelay relay;
    private final String address;

    Refusals(MailRelay relay, String address) {
        this.relay = relay;
        this.address = address;
    }

    /** A refusal in the server's own words. */
    private record Answer(int code, String text) {}

    /** @param handedOver whether all of the mail was written to the server */
    DeliveryException explain(Exception failure, boolean handedOver) {
        List<Throwable> chain = chainOf(failure);
        Optional<Answer> refusal = chain.stream()
                .map(Refusals::answer)
                .flatMap(Optional::stream)
                .filter(answer -> answer.code() >= FIRST_REFUSAL)
                .findFirst();
        if (refusal.isPresent()) {
            return refused(refusal.get(), failure);
        }
        if (handedOver) {
            return DeliveryException.uncertain(
                    place() + " was given the whole mail for " + address + " and then broke off without an answer",
                    failure);
        }
        if (failure instanceof MailAuthenticationException) {
            return DeliveryException.failed(
                    Trouble.Kind.SECURITY,
                    place() + " refuses our login, so nothing was sent to " + address
                            + ". Next: mend user and password of the mail server",
                    failure);
        }
        if (chain.stream().anyMatch(Refusals::isAboutTls)) {
            return DeliveryException.failed(
                    Trouble.Kind.SECURITY,
                    place() + " offers no encryption that we accept, or shows a certificate that is not its own, so"
                            + " nothing was sent to " + address + ". Next: ask who runs it; do not weaken the setting",
                    failure);
        }
        return DeliveryException.failed(
                Trouble.Kind.UNAVAILABLE,
                place() + " could not be reached or broke off before the mail for " + address + " was complete",
                failure);
    }

    private DeliveryException refused(Answer answer, Exception failure) {
        boolean later = answer.code() < FIRST_FINAL_REFUSAL;
        String remedy = later
                ? "; it may take it later, and the next run asks again"
                : answer.code() == TOO_LARGE
                        ? ". Next: write attach: false for this recipient"
                        : ". Next: mend the address, or ask the recipient";
        String sentence = place() + " refused the mail for " + address + " (" + answer.text() + ")" + remedy;
        return later
                ? DeliveryException.deferred(sentence, failure)
                : DeliveryException.failed(Trouble.Kind.UNDELIVERED, sentence, failure);
    }

    private String place() {
        return "the mail server " + relay.host() + ":" + relay.port();
    }

    private static boolean isAboutTls(Throwable cause) {
        // Angus has no type of its own for a server without STARTTLS.
        return cause instanceof SSLException
                || (cause instanceof MessagingException
                        && String.valueOf(cause.getMessage()).contains("STARTTLS"))
                || (cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("server identity"));
    }

    private static Optional<Answer> answer(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return Optional.of(new Answer(address.getReturnCode(), text(cause)));
        }
        if (cause instanceof SMTPSenderFailedException sender) {
            return Optional.of(new Answer(sender.getReturnCode(), text(cause)));
        }
        if (cause instanceof SMTPSendFailedException send) {
            return Optional.of(new Answer(send.getReturnCode(), text(cause)));
        }
        return Optional.empty();
    }

    private static String text(Throwable cause) {
        return RelaySender.printable(String.valueOf(cause.getMessage()));
    }

    /** A failure with all that it holds: causes, the mail library's own chain, and the failures of messages. */
    private static List<Throwable> chainOf(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.removeFirst();
            if (!seen.add(next)) {
                continue;
            }
            chain.add(next);
            Optional.ofNullable(next.getCause()).ifPresent(open::add);
            if (next instanceof MessagingException mail) {
                Optional.ofNullable(mail.getNextException()).ifPresent(open::add);
            }
            if (next instanceof MailSendException send) {
                Optional.ofNullable(send.getMessageExceptions()).ifPresent(all -> open.addAll(List.of(all)));
            }
        }
        return chain;
    }
}
