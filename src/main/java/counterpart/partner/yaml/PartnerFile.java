package counterpart.partner.yaml;

import java.util.Optional;
import java.util.Set;

/**
 * A partner's file and, if there is one, the file that replaces its connection.
 *
 * @param id the file's name without {@code .yaml}
 */
record PartnerFile(String id, Block root, Optional<Block> connectionFile) {
    /** The block that holds for the connection. */
    Optional<Block> connection() {
        return connectionFile.isPresent()
                ? connectionFile.flatMap(file -> file.block("connection"))
                : root.block("connection");
    }

    Set<String> feedNames() {
        return root.named("feeds").keySet();
    }

    /** ELIG, MCLM or RXCLM, if the feed exists and says it. */
    Optional<String> contentOf(String feed) {
        return Optional.ofNullable(root.named("feeds").get(feed)).flatMap(block -> block.text("content"));
    }
}
