package counterpart.report.batch;

import counterpart.control.batch.StepFailure;
import counterpart.model.Home;
import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.report.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;

/** Where one revision's files lie: {@code editions/<partnership>/<month>/r<revision>/}. */
record EditionFolder(Path folder, PartnershipId partnership, YearMonth month, int revision) {
    static EditionFolder of(Home home, PartnershipId partnership, YearMonth month, int revision) {
        Path folder = home.editions()
                .resolve(partnership.value())
                .resolve(month.toString())
                .resolve("r" + revision);
        return new EditionFolder(folder, partnership, month, revision);
    }

    /** The edition whose PDF holds these bytes. */
    Edition edition(byte[] pdf, int pages) {
        Edition named = new Edition(partnership, month, revision, folder, facts(), Sha256.of(pdf), pages);
        return new Edition(partnership, month, revision, folder.resolve(named.fileName()), facts(), named.sha(), pages);
    }

    Path facts() {
        return folder.resolve("facts.json");
    }

    /** Writes a file whole or not at all; a second run replaces it. */
    void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static StepFailure alreadyIssued(PartnershipId partnership, YearMonth month, int revision) {
        return new StepFailure("the edition " + partnership + " " + month + " revision " + revision
                + " was issued from other data and stays as it is; issue the correction as revision "
                + (revision + 1));
    }
}
