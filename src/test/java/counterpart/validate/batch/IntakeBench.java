package counterpart.validate.batch;

import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.finding.Outcome;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Home;
import counterpart.model.PartnerId;
import counterpart.model.Sha256;
import counterpart.partner.EditTerms;
import counterpart.partner.Feed;
import counterpart.partner.Guards;
import counterpart.partner.PartnerServerException;
import counterpart.partner.RemoteInbox;
import counterpart.partner.RemotePlace;
import counterpart.receive.FileState;
import counterpart.receive.Landing;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.validate.TestPartners;
import counterpart.validate.csv.CsvReaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the steps of an intake over texts, with real books in a folder and the rest in memory. */
final class IntakeBench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-10-05T14:00:00Z");

    final MemoryCustody custody = new MemoryCustody();
    final Map<String, byte[]> inbox = new LinkedHashMap<>();
    final DuckBooks books;
    final Home home;
    final Intake intake;
    final Answering answering;
    private final Map<FileId, byte[]> landed = new HashMap<>();

    IntakeBench(Path folder, Guards guards) {
        this(folder, guards, Feed.Absence.TERMINATE, EditTerms.NONE);
    }

    IntakeBench(Path folder, Guards guards, Feed.Absence absence, EditTerms terms) {
        this.home = new Home(folder);
        this.books = DuckBooks.open(home, BooksSettings.besideHeap(), "none");
        var configuration = TestPartners.configuration(guards, absence, terms);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        this.intake = new Intake(
                configuration,
                home,
                custody,
                landing(),
                books,
                new Promotion(configuration, custody, books),
                new CsvReaders(),
                clock);
        this.answering = new Answering(intake, configuration, home, custody, books, remote(), clock);
    }

    /** Takes a file into custody and runs all steps; each step's counts must balance. */
    Settlement intake(String feed, String name, String text) throws Exception {
        ReceivedFile file = take(feed, name, text);
        JobKeys keys = keys(file);
        for (var step : List.<Work>of(
                intake::open, intake::believe, intake::stage, intake::across, intake::settle, answering::acknowledge)) {
            Counts counts = step.run(keys, Progress.SILENT);
            if (!counts.balance()) {
                throw new AssertionError("a step does not balance: " + counts);
            }
        }
        return custody.settlement(file.id()).orElseThrow();
    }

    /** A step. */
    @FunctionalInterface
    interface Work {
        Counts run(JobKeys keys, Progress progress) throws Exception;
    }

    ReceivedFile take(String feed, String name, String text) {
        FileId id = new FileId(String.format("F-%06d", custody.files.size() + 1));
        Sha256 sha = new Sha256("0".repeat(64));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ReceivedFile file =
                new ReceivedFile(id, FeedId.of(feed), 1, name, sha, sha, bytes.length, NOW, NOW, FileState.RECEIVED);
        custody.take(file);
        landed.put(id, bytes);
        return file;
    }

    static JobKeys keys(ReceivedFile file) {
        return new JobKeys(Map.of("fileId", file.id().value(), "epoch", "1"));
    }

    String answer(String name) {
        byte[] bytes = inbox.get("/acks/" + name);
        if (bytes == null) {
            throw new AssertionError("no answer " + name + ", but " + inbox.keySet());
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A landing that only opens. */
    private Landing landing() {
        return (Landing) Proxy.newProxyInstance(
                Landing.class.getClassLoader(), new Class<?>[] {Landing.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("openClear")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    ReceivedFile file = (ReceivedFile) arguments[0];
                    InputStream clear = new ByteArrayInputStream(landed.get(file.id()));
                    return Outcome.success(clear);
                });
    }

    private RemoteInbox remote() {
        return new RemoteInbox() {
            @Override
            public RemotePlace put(PartnerId partner, String directory, String fileName, Path content) {
                try {
                    byte[] bytes = Files.readAllBytes(content);
                    byte[] before = inbox.putIfAbsent(directory + "/" + fileName, bytes);
                    if (before != null && !java.util.Arrays.equals(before, bytes)) {
                        throw new PartnerServerException(PartnerServerException.Kind.CONFLICT, "taken", null);
                    }
                    return new RemotePlace(directory + "/" + fileName, bytes.length);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
    }

    @Override
    public void close() {
        books.close();
    }
}
