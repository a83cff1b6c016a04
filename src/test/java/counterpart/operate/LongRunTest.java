package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LongRunTest {
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void a_run_that_outlasts_four_fifths_of_its_time_is_told_once_and_its_end_waits_for_the_telling() throws Exception {
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        LongRun watch = LongRun.watch(Duration.ofMillis(10), () -> {
            telling.countDown();
            awaitQuietly(ended);
            told.incrementAndGet();
        });
        telling.await();
        assertThat(told).hasValue(0);
        ended.countDown();
        watch.close();

        assertThat(told).hasValue(1);
    }

    @Test
    void of_a_run_that_ends_before_nothing_is_told() throws Exception {
        try (LongRun watch = LongRun.watch(Duration.ofMillis(300), told::incrementAndGet)) {
            assertThat(watch).isNotNull();
        }
        CountDownLatch later = new CountDownLatch(1);
        try (LongRun other = LongRun.watch(Duration.ofMillis(600), later::countDown)) {
            later.await();
            assertThat(other).isNotNull();
        }

        assertThat(told).hasValue(0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
