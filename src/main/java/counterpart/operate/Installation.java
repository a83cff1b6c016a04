package counterpart.operate;

import counterpart.books.Books;
import counterpart.control.HomeLock;
import counterpart.control.RunStatus;
import counterpart.control.batch.LaunchGate;
import counterpart.control.batch.LaunchResult;
import counterpart.control.batch.ProgressBus;
import counterpart.control.batch.StopSignal;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One installation, opened by the process that owns its home. Closing it closes both stores and gives the home back. */
final class Installation implements AutoCloseable {
    /** Read by logback.xml, which the framework reads again when it starts. */
    private static final String LOG_FILE = "counterpart.log.file";

    private final Home home;
    private final Configuration configuration;
    private final Clock clock;
    private final HomeLock lock;
    private final ConfigurableApplicationContext context;
    private final List<Launched> launched = new ArrayList<>();
    private final SignalWatch signals;

    private Installation(
            Home home,
            Configuration configuration,
            Clock clock,
            HomeLock lock,
            ConfigurableApplicationContext context) {
        this.home = home;
        this.configuration = configuration;
        this.clock = clock;
        this.lock = lock;
        this.context = context;
        this.signals = SignalWatch.begin(context.getBean(StopSignal.class));
    }

    /**
     * Takes the home and opens its stores.
     *
     * @throws counterpart.control.HomeBusyException when another process owns the home
     */
    static Installation open(Home home, Configuration configuration, Clock clock, String command) {
        HomeLock lock = HomeLock.take(home, command, clock);
        try {
            System.setProperty(
                    LOG_FILE, home.root().resolve("logs/counterpart.log").toString());
            Installation installation =
                    new Installation(home, configuration, clock, lock, context(home, lock, configuration, clock));
            installation.status().begin(command);
            return installation;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Home home() {
        return home;
    }

    Configuration configuration() {
        return configuration;
    }

    Clock clock() {
        return clock;
    }

    RunStatus status() {
        return get(RunStatus.class);
    }

    Books books() {
        return get(Books.class);
    }

    /** A part of a stage, by its public type. */
    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** A job that this installation was asked for, and what became of it. */
    record Launched(String job, Map<String, String> keys, LaunchResult result) {}

    /** Has a job done for its keys; finished work is not done again. */
    LaunchResult launch(String job, Map<String, String> keys) {
        LaunchResult result = get(LaunchGate.class).run(job, keys);
        launched.add(new Launched(job, keys, result));
        return result;
    }

    /** What was launched since it was opened, in order. */
    List<Launched> launched() {
        return List.copyOf(launched);
    }

    void listen(ProgressBus.Listener listener) {
        get(ProgressBus.class).subscribe(listener);
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            lock.close();
            signals.end();
        }
    }

    private static ConfigurableApplicationContext context(
            Home home, HomeLock lock, Configuration configuration, Clock clock) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .addCommandLineProperties(false)
                .logStartupInfo(false)
                .registerShutdownHook(false) // the signal watch lets the command end in its own order
                .initializers(start -> {
                    GenericApplicationContext beans = (GenericApplicationContext) start;
                    beans.registerBean(Home.class, () -> home);
                    beans.registerBean("homeLock", HomeLock.class, () -> lock, bean -> bean.setDestroyMethodName(""));
                    beans.registerBean(Configuration.class, () -> configuration);
                    beans.registerBean(Clock.class, () -> clock);
                })
                .run();
    }
}
