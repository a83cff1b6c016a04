package counterpart.report.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepFailure;
import counterpart.control.batch.StepWork;
import counterpart.measure.Scorecard;
import counterpart.measure.Scorecards;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.partner.Target;
import counterpart.report.Briefing;
import counterpart.report.Edition;
import counterpart.report.EditionDraft;
import counterpart.report.Editions;
import counterpart.report.Inspection;
import counterpart.report.csv.RegisterFiles;
import counterpart.report.json.FactsFile;
import counterpart.report.pdf.PageFonts;
import counterpart.report.pdf.PdfPress;
import counterpart.report.pdf.PdfReading;
import java.io.IOException;
import java.util.Map;
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
        progress.told("printing the edition", 0, 1);
        EditionDraft draft = EditionDraft.of(briefing);
        byte[] pdf = new PdfPress(fonts).print(draft);
        for (int cards = EditionDraft.MOST_CARDS - 1; cards > 0 && !isPageOneWhole(pdf); cards--) {
            log.info("step=renderEdition {} page 1 is too full; printing with cards={}", review, cards);
            draft = EditionDraft.of(briefing, cards);
            pdf = new PdfPress(fonts).print(draft);
        }
        EditionFolder folder = EditionFolder.of(home, review.partnership(), review.month(), review.revision());
        Edition edition = folder.edition(pdf, 1);
        refuseOtherBytes(review, edition);
        folder.write(edition.facts(), FactsFile.write(draft.facts(), edition.sha()));
        folder.write(edition.pdf(), pdf);
        progress.told("printing the edition", 1, 1);
        log.info("step=renderEdition {} bytes={} sha256={}", review, pdf.length, edition.sha());
        Map<String, Long> statuses = draft.facts().statuses();
        return new Counts(draft.facts().measures().size(), statuses);
    }

    private static boolean isPageOneWhole(byte[] pdf) throws IOException {
        return Inspection.isPageOneWhole(PdfReading.of(pdf));
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
                registers.registers());
    }

    private void refuseOtherBytes(ReviewKeys review, Edition edition) {
        boolean isOther = editions.find(review.partnership(), review.month(), review.revision())
                .map(issued -> !issued.sha().equals(edition.sha()))
                .orElse(false);
        if (isOther) {
            throw EditionFolder.alreadyIssued(review.partnership(), review.month(), review.revision());
        }
    }
}
