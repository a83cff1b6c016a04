package counterpart.validate;

import counterpart.model.LoadId;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;

/** A file that was believed or refused, row by row: what the stage hands on. */
public record ValidatedFile(ReceivedFile file, Settlement settlement, LoadId load) {}
