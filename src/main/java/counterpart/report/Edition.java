package counterpart.report;

import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import java.nio.file.Path;
import java.time.YearMonth;

/**
 * One issued dashboard.
 *
 * @param pdf the pages
 * @param facts every sentence and number of page 1 with the rule and the inputs that made it (JSON)
 * @param sha digest of the PDF
 */
public record Edition(
        PartnershipId partnership, YearMonth month, int revision, Path pdf, Path facts, Sha256 sha, int pages) {
    /** The name under which it is delivered; it carries no group's and no person's name. */
    public String fileName() {
        return partnership + "-" + month + "-r" + revision + ".pdf";
    }
}
