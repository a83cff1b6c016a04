package counterpart.partner.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.PartnerId;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.RemotePlace;
import counterpart.sample.server.FaultyLine;
import counterpart.sample.server.FaultyLine.End;
import counterpart.sample.server.FaultySftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of ours on its way to a partner: under its final name it is whole or it is not there. */
@Timeout(120)
class UploadFaultsIT {
    private static final PartnerId LAKESHORE = new PartnerId("lakeshore");
    private static final int LENGTH = 100_000;

    @TempDir
    private Path temp;

    private final byte[] bytes = new byte[LENGTH];
    private FaultySftpServer server;
    private FaultyLine line;
    private Path inbox;
    private Path content;

    @BeforeEach
    void start() throws IOException {
        server = new FaultySftpServer(temp.resolve("root"), temp.resolve("host.key"), "counterpart", "right");
        line = new FaultyLine(server.server().port());
        inbox = Files.createDirectories(server.server().root().resolve("inbox"));
        new Random(1).nextBytes(bytes);
        content = Files.write(temp.resolve("answer.csv"), bytes);
    }

    @AfterEach
    void stop() {
        line.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_500, 4_000, 32_767, 32_768, LENGTH - 1, LENGTH, LENGTH + 2_500})
    void a_line_that_is_cut_never_leaves_a_part_under_the_final_name(long sent) throws IOException {
        line.endToServerAfter(sent, End.CLOSE);
        try {
            assertThat(put()).isEqualTo(new RemotePlace("/inbox/answer.csv", LENGTH));
        } catch (PartnerServerException e) {
            assertThat(e.kind()).as(e.getMessage()).isIn(Kind.UNREACHABLE, Kind.TIMEOUT);
            assertThat(e).hasMessageContaining("Next:");
        }
        if (Files.exists(inbox.resolve("answer.csv"))) {
            assertThat(inbox.resolve("answer.csv")).hasBinaryContent(bytes);
        }
        line.heal();
        assertThat(put()).isEqualTo(new RemotePlace("/inbox/answer.csv", LENGTH));
        assertThat(inbox.resolve("answer.csv")).hasBinaryContent(bytes);
        assertThat(inbox.resolve("answer.csv.part")).doesNotExist();
    }

    @Test
    void a_server_that_says_written_and_keeps_nothing_is_found_out() throws IOException {
        server.pretendToWrite();
        assertProtocolFailure("/inbox/answer.csv.part has 0 of 100000 bytes after it was written");
        server.heal();
        server.loseAfterRename();
        assertProtocolFailure("/inbox/answer.csv should have 100000 bytes after it was sent, and has gone");
        server.heal();
        put();
        assertThat(inbox.resolve("answer.csv")).hasBinaryContent(bytes);
    }

    @Test
    void a_server_that_refuses_the_rename_leaves_no_final_name() throws IOException {
        server.refuseRename();
        assertThatThrownBy(this::put)
                .isInstanceOfSatisfying(
                        PartnerServerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMISSION))
                .hasMessageContainingAll("the server refuses it", "Next: ask the partner for the permission");
        assertThat(inbox.resolve("answer.csv")).doesNotExist();
        server.heal();
        put();
        assertThat(inbox.resolve("answer.csv")).hasBinaryContent(bytes);
    }

    @Test
    void a_rename_whose_answer_is_lost_is_found_done_by_the_next_run() throws IOException {
        server.cutAfterRename();
        assertThatThrownBy(this::put).isInstanceOf(PartnerServerException.class);
        server.heal();
        assertThat(put()).isEqualTo(new RemotePlace("/inbox/answer.csv", LENGTH));
        try (var files = Files.list(inbox)) {
            assertThat(files).containsExactly(inbox.resolve("answer.csv"));
        }
    }

    private void assertProtocolFailure(String text) {
        assertThatThrownBy(this::put)
                .isInstanceOfSatisfying(
                        PartnerServerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PROTOCOL))
                .hasMessageContainingAll(text, "Next: run the same command again");
        assertThat(inbox.resolve("answer.csv")).doesNotExist();
    }

    private RemotePlace put() throws IOException {
        try (PartnerServer session = new PartnerServers()
                .open(
                        LAKESHORE,
                        PartnerServerIT.connection(
                                "right", line.port(), server.server().fingerprint()))) {
            return SftpInbox.put(session, "/inbox", "answer.csv", content);
        }
    }
}
