package counterpart.report.pdf;

import counterpart.report.Briefing;
import counterpart.report.EditionDraft;
import counterpart.report.Registers;
import counterpart.report.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints sample editions for the eye. Run it with the test class path and a folder:
 * {@code java -cp ... counterpart.report.pdf.LookAtPages target/pages}; then {@code pdftoppm -r 80 -png}.
 */
public final class LookAtPages {
    private static final Logger LOG = LoggerFactory.getLogger(LookAtPages.class);

    private LookAtPages() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Map<String, Briefing> samples = new LinkedHashMap<>();
        samples.put("ordinary", Samples.ordinary());
        samples.put("unplanned", Samples.briefing(Samples.ordinary().scorecard().scores(), Registers.empty()));
        samples.put("eighteen", Samples.briefing(Samples.manyScores(18), Registers.empty()));
        samples.put("fourteen", Samples.briefing(Samples.manyScores(14), Samples.registers()));
        samples.put("unscored", Samples.briefing(Samples.nothingScored(), Registers.empty()));
        samples.put(
                "one", Samples.briefing(Samples.ordinary().scorecard().scores().subList(4, 5), Samples.registers()));
        samples.put(
                "four", Samples.briefing(Samples.ordinary().scorecard().scores().subList(3, 7), Samples.registers()));
        samples.put("again", Samples.ordinary());
        for (Map.Entry<String, Briefing> sample : samples.entrySet()) {
            long start = System.nanoTime();
            byte[] pdf = new PdfPress(new PageFonts()).print(EditionDraft.of(sample.getValue()));
            Files.write(folder.resolve(sample.getKey() + ".pdf"), pdf);
            LOG.info(
                    "sample={} bytes={} millis={}",
                    sample.getKey(),
                    pdf.length,
                    (System.nanoTime() - start) / 1_000_000);
        }
    }
}
