package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import counterpart.partner.MailRelay;
import counterpart.partner.Secret;
import counterpart.partner.WatchSettings;
import counterpart.partner.WatchSettings.Alerts;
import counterpart.partner.WatchSettings.Otlp;
import counterpart.partner.WatchSettings.Webhook;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks and binds {@code watch.yaml}. */
final class WatchFile {
    private static final int DEFAULT_GIGABYTES = 5;
    private static final int DEFAULT_RUN_MINUTES = 360;
    private static final int DEFAULT_TIMEOUT_SECONDS = 10;

    private final Optional<Block> watch;
    private final Secrets secrets;

    /** @param watch the block {@code watch} of the file, when there is one */
    WatchFile(Optional<Block> watch, Secrets secrets) {
        this.watch = watch;
        this.secrets = secrets;
    }

    /** @param mail the mail server of the installation */
    void check(Optional<Block> mail) {
        watch.flatMap(block -> block.block("alerts")).ifPresent(alerts -> {
            checkReachesSomebody(alerts);
            checkCarried(alerts, mail);
            alerts.block("webhook").ifPresent(this::checkAddress);
        });
    }

    private static void checkReachesSomebody(Block alerts) {
        if (!alerts.has("email") && !alerts.has("webhook")) {
            alerts.fault(
                    "alerts",
                    "Alerts would go to nobody.",
                    "Write email: and a list of addresses, or webhook: and an address, or remove alerts:.");
        }
    }

    private static void checkCarried(Block alerts, Optional<Block> mail) {
        List<String> addresses = alerts.texts("email");
        if (!addresses.isEmpty() && mail.isEmpty()) {
            alerts.fault(
                    "email",
                    "Nothing says which mail server takes our mails.",
                    "Write the file mail.yaml beside this one; docs/configuration.md has an example.");
            return;
        }
        Set<String> domains =
                mail.map(relay -> Set.copyOf(relay.texts("domains"))).orElse(Set.of());
        for (int i = 0; i < addresses.size(); i++) {
            String domain = MailRelay.domainOf(addresses.get(i));
            if (addresses.get(i).contains("@") && !domains.isEmpty() && !domains.contains(domain)) {
                alerts.faultOfItem(
                        "email",
                        i,
                        "No mail may go to the domain " + domain + ": mail.yaml does not list it.",
                        Nearest.to(domain, domains)
                                .map(near -> "Did you mean " + near + "? Else add it to domains there.")
                                .orElse("Mend the address, or add the domain to domains there."));
            }
        }
    }

    /** An address that nobody can listen to on the way, unless it is on this machine. */
    private void checkAddress(Block webhook) {
        Optional<Secret> secret = address(webhook);
        if (secret.isPresent() && !isSafe(secret.get().reveal())) {
            webhook.fault(
                    "url",
                    "This is no https address.",
                    "Write one that begins with https://; http:// is for this machine only.");
        }
    }

    private Optional<Secret> address(Block webhook) {
        Optional<String> text = webhook.text("url");
        return text.filter(url -> url.contains("://")).isPresent()
                ? text.map(Secret::new)
                : secrets.secret(webhook, "url");
    }

    private static boolean isSafe(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && MailRelay.isThisMachine(host)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @param relay the installation's mail server, bound */
    WatchSettings bind(Optional<MailRelay> relay) {
        return watch.map(block -> settings(block, relay)).orElse(WatchSettings.DEFAULT);
    }

    private WatchSettings settings(Block block, Optional<MailRelay> relay) {
        Optional<Block> metrics = block.block("metrics");
        Set<DayOfWeek> nights = block.has("nights")
                ? block.texts("nights").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet())
                : WatchSettings.DEFAULT.nights();
        return new WatchSettings(
                nights,
                (long) block.number("diskFreeGigabytes", DEFAULT_GIGABYTES) << 30,
                Duration.ofMinutes(block.number("runMinutes", DEFAULT_RUN_MINUTES)),
                metrics.flatMap(one -> one.text("file"))
                        .map(file -> block.file().resolveSibling(Path.of(file)).normalize())
                        .orElse(null),
                metrics.flatMap(one -> one.block("otlp")).map(WatchFile::otlp).orElse(null),
                block.block("alerts").map(alerts -> alerts(alerts, relay)).orElse(null));
    }

    private static Otlp otlp(Block block) {
        return new Otlp(URI.create(block.need("url")), timeout(block));
    }

    private Alerts alerts(Block block, Optional<MailRelay> relay) {
        @Nullable
        Webhook webhook = block.block("webhook")
                .map(one -> new Webhook(address(one).orElseThrow(), timeout(one)))
                .orElse(null);
        return new Alerts(Set.copyOf(block.texts("only")), block.texts("email"), relay.orElse(null), webhook);
    }

    private static Duration timeout(Block block) {
        return Duration.ofSeconds(block.number("timeoutSeconds", DEFAULT_TIMEOUT_SECONDS));
    }
}
