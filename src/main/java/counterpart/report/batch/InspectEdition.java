package counterpart.report.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepFailure;
import counterpart.control.batch.StepWork;
import counterpart.model.Home;
import counterpart.report.Edition;
import counterpart.report.Editions;
import counterpart.report.Inspection;
import counterpart.report.PrintedPages;
import counterpart.report.json.FactsFile;
import counterpart.report.pdf.PdfReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the printed pages back, checks them against their facts, and registers the edition when nothing is wrong. */
final class InspectEdition implements StepWork {
    private static final Logger log = LoggerFactory.getLogger(InspectEdition.class);

    private final Home home;
    private final Editions editions;

    InspectEdition(Home home, Editions editions) {
        this.home = home;
        this.editions = editions;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) throws IOException {
        ReviewKeys review = ReviewKeys.of(keys);
        EditionFolder folder = EditionFolder.of(home, review.partnership(), review.month(), review.revision());
        Path file = folder.edition(new byte[0], 1).pdf();
        if (!Files.exists(file)) {
            throw new StepFailure("there is no printed edition for " + review
                    + "; nothing was issued; run monthly again for this month");
        }
        byte[] pdf = Files.readAllBytes(file);
        FactsFile.Content beside = FactsFile.read(folder.facts());
        PrintedPages pages = PdfReading.of(pdf);
        Edition edition = folder.edition(pdf, pages.sizes().size());
        if (!beside.pdf().equals(edition.sha())) {
            throw new StepFailure("the facts beside the edition for " + review
                    + " belong to another printing; nothing was issued; run monthly again for this month");
        }
        List<String> faults = Inspection.faults(pages, beside.facts());
        if (!faults.isEmpty()) {
            throw new StepFailure("the edition for " + review + " failed its inspection and was not issued: "
                    + String.join("; ", faults));
        }
        editions.register(edition);
        log.info(
                "step=inspectEdition {} pages={} bytes={} sha256={}",
                review,
                edition.pages(),
                pages.bytes(),
                edition.sha());
        return new Counts(edition.pages(), Map.of("inspected", (long) edition.pages()));
    }
}
