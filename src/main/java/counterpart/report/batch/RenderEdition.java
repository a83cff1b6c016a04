package counterpart.report.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepFailure;
import counterpart.control.batch.StepWork;
import counterpart.measure.Scorecard;
import counterpart.measure.Scorecards;
import counterpart.model.Home;
import counterpart.model.Sha256;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.partner.Target;
import counterpart.report.Briefing;
import counterpart.report.Edition;
import counterpart.report.EditionDraft;
import counterpart.report.Editions;
import counterpart.report.Facts;
import counterpart.report.csv.RegisterFiles;
import counterpart.report.json.FactsFile;
import counterpart.report.pdf.PageFonts;
import counterpart.report.pdf.PdfPress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Composes the pages of the month's scorecard and prints them beside their facts. */
final class RenderEdition implements StepWork {
    private static final Logger log = LoggerFactory.getLogger(RenderEdition.class);

    private final Scorecards scorecards;
    private final Configuration configuration;
    private final Home home;
    private final Editions editions;
    private final PageFonts fonts;

    RenderEdition(Scorecards scorecards, Configuration configuration, Home home, Editions editions, PageFonts fonts) {
        this.scorecards = scorecards;
        this.configuration = configuration;
        this.home = home;
        this.editions = editions;
        this.fonts = fonts;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) throws IOException {
        ReviewKeys review = ReviewKeys.of(keys);
        Briefing briefing = briefing(review);
        EditionFolder folder = EditionFolder.of(home, review.partnership(), review.month(), review.revision());
        Optional<Facts> issued = issued(review, folder);
        if (issued.isPresent()) {
            return keep(review, issued.get(), EditionDraft.of(briefing).facts());
        }
        progress.told("printing the edition", 0, 1);
        PdfPress.Printing printing = new PdfPress(fonts).print(briefing);
        EditionDraft draft = printing.draft();
        byte[] pdf = printing.pdf();
        Edition edition = folder.edition(pdf, printing.pages());
        folder.write(edition.facts(), FactsFile.write(draft.facts(), edition.sha()));
        folder.write(edition.pdf(), pdf);
        progress.told("printing the edition", 1, 1);
        log.info("step=renderEdition {} bytes={} sha256={}", review, pdf.length, edition.sha());
        Map<String, Long> statuses = draft.facts().statuses();
        return new Counts(draft.facts().measures().size(), statuses);
    }

    private Briefing briefing(ReviewKeys review) {
        Scorecard scorecard = scorecards
                .find(review.partnership(), review.month(), review.revision())
                .orElseThrow(() -> new StepFailure("there is no scorecard for " + review
                        + "; nothing was printed; run monthly again for this month"));
        if (!scorecard.booksHash().equals(review.booksHash())) {
            throw new StepFailure("the scorecard for " + review
                    + " was computed from other loads than this review; nothing was printed; run monthly again");
        }
        Partnership partnership = configuration.partnerships().get(review.partnership());
        if (partnership == null) {
            throw new StepFailure("no partnership is called " + review.partnership()
                    + "; nothing was printed; put its file back under job-configs/partnerships");
        }
        RegisterFiles.Reading registers = RegisterFiles.read(
                partnership.registers(),
                partnership.targets().stream().map(Target::measure).collect(Collectors.toSet()),
                fonts::shows);
        registers.warnings().forEach(warning -> log.warn("step=renderEdition {} register: {}", review, warning));
        return new Briefing(
                scorecard,
                partnership,
                configuration.partner(partnership.left()),
                configuration.partner(partnership.right()),
                registers.registers(),
                scorecards
                        .find(review.partnership(), review.month(), review.revision() - 1)
                        .orElse(null));
    }

    /** The facts of the edition that was issued under these keys and still lies in its folder as it was issued. */
    private Optional<Facts> issued(ReviewKeys review, EditionFolder folder) throws IOException {
        Optional<Edition> edition = editions.find(review.partnership(), review.month(), review.revision());
        if (edition.isEmpty()) {
            return Optional.empty();
        }
        Path pdf = edition.get().pdf();
        boolean isWhole = Files.exists(pdf)
                && Sha256.of(Files.readAllBytes(pdf)).equals(edition.get().sha());
        if (!isWhole || !Files.exists(folder.facts())) {
            throw new StepFailure("the issued edition for " + review
                    + " is not in its folder as it was issued; put " + pdf.getFileName()
                    + " and facts.json back from a copy, or issue revision " + (review.revision() + 1));
        }
        return Optional.of(FactsFile.read(folder.facts()).facts());
    }

    /** An issued edition stays as it is; other data under its keys are refused. */
    private Counts keep(ReviewKeys review, Facts issued, Facts now) {
        if (!issued.dataHash().equals(now.dataHash())) {
            throw EditionFolder.alreadyIssued(review.partnership(), review.month(), review.revision());
        }
        log.info("step=renderEdition {} was issued already and stays as it is", review);
        return new Counts(issued.measures().size(), issued.statuses());
    }
}
