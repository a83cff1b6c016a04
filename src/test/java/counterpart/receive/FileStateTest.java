package counterpart.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileStateTest {
    private static final Set<String> ALLOWED = Set.of(
            "EXPECTED LATE",
            "EXPECTED MISSING",
            "EXPECTED RECEIVED",
            "LATE MISSING",
            "LATE RECEIVED",
            "MISSING RECEIVED",
            "RECEIVED EXPECTED",
            "RECEIVED OPENED",
            "RECEIVED HELD",
            "OPENED OPENED",
            "OPENED REFUSED",
            "OPENED HELD",
            "OPENED LOADED",
            "HELD LOADED",
            "HELD REFUSED",
            "HELD OPENED",
            "REFUSED OPENED",
            "LOADED SUPERSEDED",
            "LOADED WITHDRAWN",
            "SUPERSEDED LOADED",
            "SUPERSEDED WITHDRAWN",
            "WITHDRAWN OPENED");

    static Stream<Arguments> pairs() {
        return Stream.of(FileState.values())
                .flatMap(from -> Stream.of(FileState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_machine_is_closed(FileState from, FileState to) {
        assertThat(from.mayBecome(to)).isEqualTo(ALLOWED.contains(from + " " + to));
    }
}
