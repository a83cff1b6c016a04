package counterpart.sample;

import counterpart.sample.MeridianFile.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the payer's second partnership: its pharmacy benefit manager, with an own book of business of two fifths of the
 * administrator's members and an own start of every random choice.
 */
final class MeridianSample {
    private static final long OWN_SEED = 0x4D45524944L;

    private final Scenario scenario;
    private final Scenario book;
    private final Path servers;
    private final MeridianPlan plan;
    private final MeridianMeasures measures;
    private final MeridianTruth truth = new MeridianTruth();

    MeridianSample(Scenario scenario, Path servers) {
        this.scenario = scenario;
        this.servers = servers;
        this.book = new Scenario(
                scenario.seed() ^ OWN_SEED,
                scenario.pharmacyMembers(),
                scenario.months(),
                scenario.businessDate(),
                Scenario.Faults.NONE);
        this.plan = new MeridianPlan(scenario);
        this.measures = new MeridianMeasures(scenario);
    }

    /** Writes the files and the truth about them; answers which files arrive when. */
    List<ArrivalManifest.Arrival> write(Path truthFolder) throws IOException {
        Population population = new Population(book);
        Dispensing scripts = new Dispensing(book, population);
        MeridianLedgers ledgers = new MeridianLedgers(scenario, book, servers, plan, scripts, measures, truth);
        try (ledgers) {
            for (MeridianFile file : plan.files()) {
                if (file.feed() == Feed.ELIGIBILITY) {
                    eligibility(ledgers.of(file), population);
                }
            }
            for (int week = 0; week < book.weeks(); week++) {
                scripts.week(week, script -> accept(ledgers, script));
            }
            MeridianFaults faults = new MeridianFaults(ledgers, plan, measures, truth, scripts, book);
            switch (scenario.faults()) {
                case ALL -> faults.plantAll();
                case FEW -> faults.plantFew();
                case NONE -> {}
            }
        } catch (UncheckedIOException e) {
            throw new IOException("the sample cannot be written below " + servers, e.getCause());
        }
        measures.population(population, (int)
                plan.fresh(Feed.ELIGIBILITY, MeridianPlan.CYCLES - 1).to().toEpochDay());
        settle(ledgers);
        truth.write(truthFolder, measures);
        return arrivals();
    }

    private static void accept(MeridianLedgers ledgers, ScriptDraft script) {
        try {
            ledgers.accept(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all spans as the payer tells them to the manager at the file's as-of date. */
    private void eligibility(MeridianWriter out, Population population) throws IOException {
        int asOf = (int) out.file().to().toEpochDay();
        for (Family family : population.families()) {
            boolean seen = family.last() >= book.start().toEpochDay() && EligibilityRows.known(family, asOf);
            if (!family.pharmacy() || !seen) {
                continue;
            }
            int last = EligibilityRows.knownLast(family, asOf);
            boolean changes = EligibilityRows.changeIsKnown(family, asOf);
            for (int person = 0; person < family.size(); person++) {
                int change = family.planChange();
                if (!changes || change - 1 >= book.start().toEpochDay()) {
                    span(out, family, person, family.plan(), family.first(), changes ? change - 1 : last);
                }
                if (changes) {
                    span(out, family, person, family.laterPlan(), change, last);
                }
            }
        }
    }

    private static void span(MeridianWriter out, Family family, int person, int plan, int first, int last)
            throws IOException {
        MeridianRows.span(out.row(), family, person, plan, first, last);
        out.write();
    }

    private void settle(MeridianLedgers ledgers) throws IOException {
        for (Map.Entry<MeridianFile, MeridianWriter> entry : ledgers.writers().entrySet()) {
            truth.file(
                    entry.getKey(),
                    "LOADED",
                    entry.getValue().rows(),
                    entry.getValue().paid());
        }
        for (MeridianFile file : plan.refused()) {
            MeridianWriter good = ledgers.of(plan.fresh(Feed.CLAIMS, file.cycle()));
            refuse(file, good);
            truth.finding(file, 0, "", "F-008", "REJECT_FILE");
            truth.sameRows(file, good.file());
            truth.file(file, "REFUSED", good.rows(), good.paid());
        }
        for (MeridianFile file : plan.files()) {
            if (file.late()) {
                truth.finding(file, 0, "", "F-023", "WARN");
            }
            if (!file.history()) {
                LocalDate due = plan.due(file.cycle());
                boolean first = plan.refused().stream()
                        .noneMatch(refused -> refused.feed() == file.feed() && refused.cycle() == file.cycle());
                measures.delivery(due, file.late());
                measures.loaded(due, first, ledgers.of(file).rows(), truth.rejected(file));
            }
        }
    }

    /** The good file's rows under another batch number, with one more row declared than there is. */
    private void refuse(MeridianFile file, MeridianWriter good) throws IOException {
        Path outbox = servers.resolve(file.feed().partner()).resolve("outbox");
        List<String> lines =
                new ArrayList<>(Files.readAllLines(outbox.resolve(good.file().name())));
        lines.set(0, MeridianRows.heading(file));
        lines.set(
                lines.size() - 1,
                good.trailer(good.rows() + 1).replace(good.file().batch(), file.batch()));
        Files.writeString(outbox.resolve(file.name()), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private List<ArrivalManifest.Arrival> arrivals() {
        List<MeridianFile> all = new ArrayList<>(plan.files());
        all.addAll(plan.refused());
        return all.stream()
                .map(f -> new ArrivalManifest.Arrival(
                        f.feed().partner(), f.path(), f.feed().marker(), f.arrival()))
                .toList();
    }
}
