package counterpart.control.batch;

import counterpart.control.Audit;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Frees what a dead process left behind. It may be used only by the owner of the home while no job runs: then every
 * execution that calls itself running belongs to a process that is gone.
 */
final class OrphanRepair {
    private static final String DEAD = "its process ended without a word; it may be run again";

    private final JobRepository repository;
    private final JobOperator operator;
    private final JdbcClient control;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    OrphanRepair(
            JobRepository repository,
            JobOperator operator,
            JdbcClient control,
            PlatformTransactionManager transactions,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.operator = operator;
        this.control = control;
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    void run() {
        for (String job : repository.getJobNames()) {
            for (JobExecution orphan : repository.findRunningJobExecutions(job)) {
                operator.recover(orphan);
                audit("recovered", orphan.getId(), DEAD);
            }
        }
        transaction.executeWithoutResult(status -> {
            failUnknown();
            failStepsOfEndedJobs();
            forgetInstancesWithoutExecution();
        });
    }

    /** The framework refuses to restart what it could not record; our steps may run twice, so that is too careful. */
    private void failUnknown() {
        List<Long> unknown = control.sql(
                        "select job_execution_id from batch_job_execution where status = 'UNKNOWN'"
                                + " or job_execution_id in (select job_execution_id from batch_step_execution where status = 'UNKNOWN')")
                .query(Long.class)
                .list();
        for (Long execution : unknown) {
            control.sql(
                            "update batch_job_execution set status = 'FAILED', version = version + 1,"
                                    + " end_time = coalesce(end_time, :now) where job_execution_id = :id and status = 'UNKNOWN'")
                    .param("now", now())
                    .param("id", execution)
                    .update();
            control.sql(
                            "update batch_step_execution set status = 'FAILED', version = version + 1,"
                                    + " end_time = coalesce(end_time, :now) where job_execution_id = :id and status = 'UNKNOWN'")
                    .param("now", now())
                    .param("id", execution)
                    .update();
            audit("recovered", execution, "how it ended could not be recorded; it may be run again");
        }
    }

    private void failStepsOfEndedJobs() {
        control.sql("update batch_step_execution set status = 'FAILED', version = version + 1,"
                        + " end_time = coalesce(end_time, :now) where status in ('STARTING', 'STARTED', 'STOPPING')")
                .param("now", now())
                .update();
    }

    /** A crash between the framework's two first transactions leaves an instance that it can never start. */
    private void forgetInstancesWithoutExecution() {
        List<Long> empty = control.sql(
                        "select job_instance_id from batch_job_instance i where not exists (select 1 from"
                                + " batch_job_execution e where e.job_instance_id = i.job_instance_id)")
                .query(Long.class)
                .list();
        for (Long instance : empty) {
            control.sql("delete from batch_job_instance where job_instance_id = :id")
                    .param("id", instance)
                    .update();
            audit.record("counterpart", "forgot", "job-instance-" + instance, "it was never begun");
        }
    }

    private void audit(String act, long execution, String reason) {
        audit.record("counterpart", act, "job-execution-" + execution, reason);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
