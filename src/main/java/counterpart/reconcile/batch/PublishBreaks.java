package counterpart.reconcile.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.Home;
import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.partner.RemoteInbox;
import counterpart.reconcile.Break;
import counterpart.reconcile.BreakFile;
import counterpart.reconcile.book.BreakBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays the neutral break file on both sides' servers, and keeps a copy of what each was sent. */
final class PublishBreaks implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(PublishBreaks.class);

    private final BreakBook breaks;
    private final RemoteInbox inbox;
    private final Home home;
    private final Configuration configuration;

    PublishBreaks(BreakBook breaks, RemoteInbox inbox, Home home, Configuration configuration) {
        this.breaks = breaks;
        this.inbox = inbox;
        this.home = home;
        this.configuration = configuration;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) throws IOException {
        Reconciling job = Reconciling.of(keys, configuration);
        Partnership partnership = job.partnership();
        List<Break> ledger = breaks.breaks(partnership.id());
        BreakFile file = new BreakFile(partnership.left(), partnership.right(), job.asOf());
        publish(job, partnership.left(), partnership.breakFile().leftDirectory(), file, ledger);
        publish(job, partnership.right(), partnership.breakFile().rightDirectory(), file, ledger);
        job.tidy(home);
        return new Counts(2, Map.of("sent", 2L));
    }

    private void publish(Reconciling job, PartnerId side, String directory, BreakFile file, List<Break> ledger)
            throws IOException {
        String name = "breaks_" + job.runId() + ".csv";
        Path folder = Files.createDirectories(home.breakFiles()
                .resolve(job.partnership().id().value())
                .resolve(job.asOf().toString())
                .resolve(side.value()));
        Path copy = Files.writeString(folder.resolve(name), file.text(ledger, side));
        inbox.put(side, directory, name, copy);
        LOG.info("step=publishBreaks run={} to={} file={} breaks={}", job.runId(), side, name, ledger.size());
    }
}
