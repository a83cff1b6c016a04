package counterpart.operate;

import counterpart.control.batch.JobHistory;
import counterpart.partner.Partnership;
import counterpart.receive.Custody;
import counterpart.receive.ReceivedFile;
import counterpart.reconcile.ReconciledBooks;
import counterpart.report.Edition;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plays the nights on which something arrives, then the month, and tells of each stage. */
final class Demo {
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);
    private static final LocalTime IN_THE_MORNING = LocalTime.of(9, 0);

    private final DemoStage stage;
    private final Talk talk;
    private final ZoneId zone;
    private final DemoClock clock;

    Demo(DemoStage stage, Talk talk) {
        this.stage = stage;
        this.talk = talk;
        this.zone = stage.zone();
        this.clock = new DemoClock(
                stage.scenario()
                        .businessDate()
                        .atTime(IN_THE_MORNING)
                        .atZone(zone)
                        .toInstant(),
                zone);
    }

    ExitCode play() throws IOException {
        long began = System.nanoTime();
        boolean again = stage.wasPlayed();
        try (Installation installation = Installation.open(stage.home(), stage.configuration(), clock, "demo")) {
            installation.listen(talk);
            List<ReceivedFile> read = new ArrayList<>();
            List<ReconciledBooks> reconciled = List.of();
            LocalDate lastNight = stage.scenario().businessDate();
            List<String> failures = new ArrayList<>();
            for (LocalDate night : again ? List.of(stage.scenario().businessDate()) : nightsToPlay(installation)) {
                Nightly.Result result = night(installation, night);
                read.addAll(result.read());
                failures.addAll(result.failures());
                reconciled = result.reconciled().isEmpty() ? reconciled : result.reconciled();
                lastNight = result.reconciled().isEmpty() ? lastNight : night;
            }
            tellNights(installation, read, reconciled, lastNight);
            ExitCode exitCode = month(installation, failures);
            if (exitCode == ExitCode.DONE) {
                stage.markPlayed();
            }
            Closing.tell(installation, exitCode, "demo played");
            talk.say(String.format(Locale.ROOT, "The demo took %d seconds.", seconds(began)));
            return exitCode;
        }
    }

    private Nightly.Result night(Installation installation, LocalDate night) {
        long began = System.nanoTime();
        clock.moveTo(night.plusDays(1).atTime(AT_NIGHT).atZone(zone).toInstant());
        Nightly.Result result = new Nightly(installation, talk).run(night, Nightly.poll(installation));
        talk.say(String.format(Locale.ROOT, "Night of %s: %s (%d s).", night, result.summary(), seconds(began)));
        return result;
    }

    /** The days on which a file arrives; after a demo that was cut short, from the night that was played last. */
    private List<LocalDate> nightsToPlay(Installation installation) throws IOException {
        LocalDate reached = new JobHistory(installation.get(JdbcClient.class))
                .lastValue(Nightly.BUSINESS_DATE)
                .map(LocalDate::parse)
                .orElse(LocalDate.MIN);
        return DemoArrivals.days(stage.home().root().resolve("sample/servers"), zone).stream()
                .filter(night -> !night.isBefore(reached))
                .toList();
    }

    private void tellNights(
            Installation installation, List<ReceivedFile> read, List<ReconciledBooks> reconciled, LocalDate lastNight) {
        talk.say("");
        if (read.isEmpty()) {
            talk.say("Nothing new: every file on the partners' servers was taken and read before.");
            talk.say("");
            return;
        }
        Custody custody = installation.get(Custody.class);
        talk.say("FILES");
        talk.say(NightTables.filesByFeed(read, custody));
        talk.say("FILES THAT DID NOT LOAD");
        talk.say(
                NightTables.files(read.stream().filter(DemoArrivals::didNotLoad).toList(), custody));
        talk.say("RECONCILIATION (last night)");
        talk.say(NightTables.reconciliations(reconciled, lastNight));
        talk.say(NightTables.summaries(reconciled));
        talk.say("PRESCRIPTIONS NET OF REVERSALS");
        talk.say(NightTables.nettings(Nightly.nettings(installation, reconciled)));
        talk.say("OPEN BREAKS");
        talk.say(NightTables.breaks(reconciled));
        talk.say("MEMBER MONTHS, ROLLED FORWARD");
        talk.say(NightTables.memberMonths(reconciled));
    }

    private ExitCode month(Installation installation, List<String> failures) {
        clock.moveTo(stage.scenario()
                .businessDate()
                .atTime(IN_THE_MORNING)
                .atZone(zone)
                .toInstant());
        Monthly monthly = new Monthly(installation, talk);
        talk.say("MEASURES, EDITIONS AND DELIVERIES");
        List<Edition> editions = new ArrayList<>();
        ExitCode worst = ExitCode.DONE;
        for (Partnership partnership : stage.partnerships()) {
            Monthly.Result result = monthly.run(partnership, stage.scenario().reportMonth(), false);
            talk.say(partnership.name());
            MonthlyCommand.tell(talk, monthly, partnership, result);
            talk.say("");
            result.edition().ifPresent(editions::add);
            boolean done = result.exitCode() == ExitCode.DONE || result.exitCode() == ExitCode.NOTHING_TO_DO;
            worst = done ? worst : ExitCode.worst(List.of(worst, result.exitCode()));
        }
        talk.say("EDITIONS");
        talk.say(monthly.editions(editions));
        failures.forEach(talk::say);
        return worst == ExitCode.DONE && !failures.isEmpty() ? ExitCode.INTERNAL : worst;
    }

    private static long seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }
}
