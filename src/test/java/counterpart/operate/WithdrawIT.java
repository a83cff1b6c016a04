package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was taken out leaves no trace, also not in files that were checked against it, once they are read again. */
class WithdrawIT {
    private static final String WHY = "it was another plan's file";
    private static final BigInteger WIDTH = BigInteger.TEN.pow(12);
    private static final int MEMBER = 4;
    private static final int RELATIONSHIP = 14;
    private static final int HASH = 13;

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void later_files_are_named_and_read_again_until_the_books_are_those_of_a_home_that_never_had_it()
            throws IOException {
        try (OperatorStage stage = OperatorStage.set(folder.resolve("home"));
                OperatorStage twin = OperatorStage.set(folder.resolve("twin"))) {
            LocalDate newest = stage.newestDate();
            stage.counterpart("nightly");
            String wrong = stage.sendEligibility(newest.plusDays(7), WithdrawIT::withAnotherMember);
            String later = stage.sendEligibility(newest.plusDays(14), lines -> lines);
            stage.counterpart("nightly");
            String wrongId = stage.idOf(wrong);
            String laterId = stage.idOf(later);
            twin.counterpart("nightly");
            twin.missASequenceNumber();
            assertThat(twin.sendEligibility(newest.plusDays(14), lines -> lines))
                    .isEqualTo(later);
            twin.counterpart("nightly");
            Said released = twin.counterpart("release", twin.idOf(later), "--reason", WHY);
            assertThat(released.out()).contains("F-012", "is released"); // there the sequence has a gap

            Said dry = stage.counterpart("withdraw", wrongId, "--reason", WHY, "--dry-run");
            assertThat(dry.out())
                    .contains("1 file was checked against it", laterId, "withdraw " + wrongId + " --recheck");
            assertThat(stage.stateOf(wrongId)).isEqualTo("loaded");

            Said withdrawn = stage.counterpart("withdraw", wrongId, "--reason", WHY);
            assertThat(withdrawn.exitCode()).isZero();
            assertThat(withdrawn.out()).contains(laterId, "--recheck");
            assertThat(books(stage))
                    .as("the later file carries over a member whom only the withdrawn one had")
                    .isNotEqualTo(books(twin));

            Said again = stage.counterpart("withdraw", wrongId, "--recheck", "--reason", WHY);
            assertThat(again.out()).contains(laterId + " was read and is loaded");

            assertThat(books(stage)).isEqualTo(books(twin));
            assertThat(stage.counterpart("withdraw", wrongId, "--recheck", "--reason", WHY)
                            .out())
                    .contains("No other file that counts was checked against it");
        }
    }

    /** Gives one dependant another id, and the trailer the digit sum that goes with it. */
    private static List<String> withAnotherMember(List<String> lines) {
        List<String> changed = new ArrayList<>(lines);
        String member = lines.stream()
                .map(line -> line.split("\\|", -1))
                .filter(row -> row[0].equals("DT") && row[RELATIONSHIP].equals("19"))
                .map(row -> row[MEMBER])
                .findFirst()
                .orElseThrow();
        String other = member.substring(0, member.length() - 3) + "998";
        BigInteger more = BigInteger.ZERO;
        for (int i = 1; i < lines.size() - 1; i++) {
            String[] row = lines.get(i).split("\\|", -1);
            if (row[MEMBER].equals(member)) {
                row[MEMBER] = other;
                changed.set(i, String.join("|", row));
                more = more.add(digits(other)).subtract(digits(member));
            }
        }
        String[] trailer = lines.get(lines.size() - 1).split("\\|", -1);
        trailer[HASH] = new BigInteger(trailer[HASH]).add(more).mod(WIDTH).toString();
        changed.set(lines.size() - 1, String.join("|", trailer));
        return changed;
    }

    private static BigInteger digits(String id) {
        return new BigInteger(id.replaceAll("[^0-9]", ""));
    }

    /** The rows that count, whatever their files are called here; breaks have other ids under another home's key. */
    private static List<String> books(OperatorStage stage) {
        return EndState.books(stage.home()).stream()
                .filter(line -> !line.startsWith("break_ledger") && !line.startsWith("score"))
                .map(line -> line.replaceAll("F-[0-9]{6}-[0-9]+", "load"))
                .sorted()
                .toList();
    }
}
