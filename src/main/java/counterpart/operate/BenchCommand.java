package counterpart.operate;

import counterpart.sample.VolumeWriter;
import counterpart.sample.VolumeWriter.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the night against the plain job on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Invents one file of eligibility and one of prescriptions and has both taken in twice, in turn: by",
            "'counterpart nightly' and by a plain Spring Batch job with the same rules. Each run is a process of its own",
            "with a heap of 512 MB and an empty store. Then 'nightly' alone takes four times as many prescriptions.",
            "Needs the source tree, for the plain job is one of its tests."
        })
final class BenchCommand implements Callable<Integer> {
    private static final int GROWTH = 4;
    private static final String PLAIN_JOB = "counterpart.bench.PlainJob";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--rows", defaultValue = "1000000", description = "Prescriptions (default: 1000000).")
    private long rows;

    @Option(names = "--members", defaultValue = "200000", description = "People covered in a month (default: 200000).")
    private int members;

    @Option(names = "--runs", defaultValue = "3", description = "Runs of each (default: 3); the median counts.")
    private int runs;

    @Option(names = "--seed", defaultValue = "2026", description = "Start of every random choice (default: 2026).")
    private long seed;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = ".counterpart/bench",
            description = "A folder for data and stores; emptied first (default: .counterpart/bench).")
    private Path work = Path.of(".counterpart/bench");

    @Override
    public Integer call() throws Exception {
        requirePlainJob();
        Talk talk = new Talk(spec.commandLine().getOut());
        empty(work);
        Volume small = write("small", rows, talk);
        List<BenchRun> ours = new ArrayList<>();
        List<BenchRun> plain = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            // In turn, and each first as often as the other, so that a machine that slows down harms both alike.
            if (run % 2 == 0) {
                ours.add(tell(talk, nightly("small", small)));
                plain.add(tell(talk, plain(small)));
            } else {
                plain.add(tell(talk, plain(small)));
                ours.add(tell(talk, nightly("small", small)));
            }
        }
        Volume large = write("large", rows * GROWTH, talk);
        BenchRun grown = tell(talk, nightly("large", large));
        talk.say("");
        return conclude(talk, BenchRun.median(ours), BenchRun.median(plain), grown)
                .code();
    }

    private static ExitCode conclude(Talk talk, BenchRun ours, BenchRun plain, BenchRun grown) {
        Table table = new Table("median of", "rows", "seconds", "processor s", "rows/s", "memory MB", "accepted");
        for (BenchRun run : List.of(ours, plain, grown)) {
            run.into(table);
        }
        talk.say(table);
        talk.say(String.format(
                Locale.ROOT,
                "nightly takes in %.1f times as many rows a second as the plain job (processor time: %.1f times).",
                ours.rowsPerSecond() / plain.rowsPerSecond(),
                plain.processorSeconds() / ours.processorSeconds()));
        talk.say(String.format(
                Locale.ROOT,
                "From %,d to %,d rows: time grows with exponent %.2f (processor time %.2f), memory by %.2f times.",
                ours.rows(),
                grown.rows(),
                exponent(ours, grown, grown.seconds() / ours.seconds()),
                exponent(ours, grown, grown.processorSeconds() / ours.processorSeconds()),
                (double) grown.memoryMegabytes() / ours.memoryMegabytes()));
        if (ours.accepted() != plain.accepted()) {
            talk.say("The two did not accept the same rows, so they cannot be compared. This is a defect.");
            return ExitCode.INTERNAL;
        }
        return ExitCode.DONE;
    }

    private static double exponent(BenchRun small, BenchRun large, double ratio) {
        return Math.log(ratio) / Math.log((double) large.rows() / small.rows());
    }

    private Volume write(String name, long count, Talk talk) throws IOException {
        talk.say(String.format(Locale.ROOT, "Inventing %,d members and %,d prescriptions ...", members, count));
        return VolumeWriter.write(work.resolve(name), seed, members, count);
    }

    private BenchRun nightly(String name, Volume volume) throws IOException, InterruptedException {
        try (BenchStage stage = BenchStage.set(work.resolve(name), work.resolve("home"))) {
            return stage.nightly(volume);
        }
    }

    private BenchRun plain(Volume volume) throws IOException, InterruptedException {
        Path store = work.resolve("plain");
        empty(store);
        Path result = work.resolve("plain.result");
        BenchRun run = BenchRun.of(
                "plain job",
                volume.eligibilityRows() + volume.pharmacyRows(),
                List.of(
                        PLAIN_JOB,
                        volume.eligibility().toString(),
                        volume.pharmacy().toString(),
                        store.toString(),
                        result.toString()),
                work.resolve("plain.out"));
        return run.accepting(Long.parseLong(Files.readString(result).strip()));
    }

    private static BenchRun tell(Talk talk, BenchRun run) {
        talk.say(run);
        return run;
    }

    private static void requirePlainJob() {
        try {
            Class.forName(PLAIN_JOB, false, BenchCommand.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "the plain job is not here: it is one of the tests. Run ./counterpart bench in a source tree.");
        }
    }

    static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
