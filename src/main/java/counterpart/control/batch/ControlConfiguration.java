package counterpart.control.batch;

import counterpart.control.Audit;
import counterpart.control.ControlStore;
import counterpart.control.FencedTransactions;
import counterpart.control.HomeLock;
import counterpart.control.RunLog;
import counterpart.control.RunStatus;
import counterpart.model.Home;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The control store, the framework's repository in it, and the gate before it. Needs the beans {@link Home},
 * {@link HomeLock} (taken before the application starts, so that a busy home is told in a sentence) and {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
public class ControlConfiguration {
    /** Longer than the slowest block of rows or upload between two tellings of progress. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    @Bean(destroyMethod = "close")
    ControlStore controlStore(HomeLock lock, Clock clock) {
        return ControlStore.open(lock, clock);
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(ControlStore store) {
        return store.dataSource();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, HomeLock lock) {
        return new FencedTransactions(dataSource, lock);
    }

    @Bean
    JdbcClient controlClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    JdbcJobRepositoryFactoryBean jobRepository(DataSource dataSource, PlatformTransactionManager transactions) {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(transactions);
        // The default deserializes Java objects that anybody with access to the table could plant.
        factory.setSerializer(new JacksonExecutionContextStringSerializer());
        return factory;
    }

    @Bean
    JobOperator jobOperator(JobRepository repository) {
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        return operator;
    }

    @Bean
    Audit audit(JdbcClient control, Clock clock) {
        return new Audit(control, clock);
    }

    @Bean
    ProgressBus progressBus() {
        return new ProgressBus();
    }

    @Bean
    StopSignal stopSignal() {
        return new StopSignal();
    }

    @Bean
    StepCounts stepCounts(JdbcClient control, PlatformTransactionManager transactions) {
        return new StepCounts(control, transactions);
    }

    @Bean
    StepFactory stepFactory(JobRepository repository, StepCounts counts, ProgressBus progress, StopSignal stop) {
        return new StepFactory(repository, counts, progress, stop);
    }

    @Bean
    OrphanRepair orphanRepair(
            JobRepository repository,
            JobOperator operator,
            JdbcClient control,
            PlatformTransactionManager transactions,
            Audit audit,
            Clock clock) {
        return new OrphanRepair(repository, operator, control, transactions, audit, clock);
    }

    @Bean
    LaunchGate launchGate(
            JobOperator operator,
            JobRepository repository,
            StepCounts counts,
            OrphanRepair repair,
            ControlStore store,
            JdbcClient control,
            StopSignal stop,
            BeanFactory beans) {
        // Jobs are made of steps, which need the stores: the gate asks for one when it is to run.
        return new LaunchGate(
                operator, repository, counts, repair, store, control, stop, name -> beans.getBean(name, Job.class));
    }

    @Bean
    StopOnShutdown stopOnShutdown(LaunchGate gate, StopSignal stop) {
        return new StopOnShutdown(gate, stop, PATIENCE);
    }

    @Bean
    RunLog runLog(JdbcClient control, Clock clock) {
        return new RunLog(control, clock);
    }

    @Bean
    RunStatus runStatus(Home home, ControlStore store, RunLog runs, ProgressBus progress, Clock clock) {
        RunStatus status = new RunStatus(home, store, runs, clock);
        progress.subscribe(new ProgressBus.Listener() {
            @Override
            public void stepBegan(String job, String step) {
                status.step(job, step);
            }

            @Override
            public void told(String job, String step, String what, long done, long total) {
                status.progress(job, step, what, done, total);
            }

            @Override
            public void stepEnded(String job, String step, String outcome, Counts counts) {
                // The next step, or the end of the run, says so.
            }
        });
        return status;
    }
}
