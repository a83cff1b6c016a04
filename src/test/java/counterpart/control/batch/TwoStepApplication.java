package counterpart.control.batch;

import counterpart.control.HomeLock;
import counterpart.model.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A small application with a job of two steps; started as a program, it dies in its second step. */
final class TwoStepApplication implements AutoCloseable {
    static final Map<String, String> KEYS = Map.of("fileId", "F-000001", "epoch", "0");

    private final HomeLock lock;
    private final AnnotationConfigApplicationContext context;

    private TwoStepApplication(HomeLock lock, AnnotationConfigApplicationContext context) {
        this.lock = lock;
        this.context = context;
    }

    static TwoStepApplication start(Path folder) {
        Home home = new Home(folder);
        HomeLock lock = HomeLock.take(home, "nightly", Clock.systemUTC());
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Home.class, () -> home);
        context.registerBean(HomeLock.class, () -> lock, definition -> definition.setDestroyMethodName(""));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(ControlConfiguration.class);
        context.refresh();
        return new TwoStepApplication(lock, context);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Job job(StepWork first, StepWork second) {
        StepFactory steps = bean(StepFactory.class);
        return new JobBuilder("intake", bean(JobRepository.class))
                .start(steps.step("checkRowsAndStage", first))
                .next(steps.step("settleFile", second))
                .build();
    }

    LaunchResult run(StepWork first, StepWork second) {
        return bean(LaunchGate.class).run(job(first, second), KEYS);
    }

    @Override
    public void close() {
        context.close();
        lock.close();
    }

    public static void main(String[] arguments) {
        TwoStepApplication application = start(Path.of(arguments[0]));
        application.run((keys, progress) -> new Counts(7, Map.of("accepted", 7L)), (keys, progress) -> {
            Runtime.getRuntime().halt(9);
            return Counts.none();
        });
    }
}
