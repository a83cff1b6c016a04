package counterpart.receive;

import counterpart.model.FileId;
import java.time.Instant;

/**
 * The first of two acts that release a file which two people must release.
 *
 * @param epoch the reading of the file that was held
 * @param person who asked, as the operating system knows who logged in
 * @param actor the same as the audit writes it
 */
public record ReleaseRequest(FileId file, int epoch, String person, String actor, String reason, Instant at) {}
