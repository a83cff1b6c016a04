package counterpart.control.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every step counted, kept so that it can be shown later. The last attempt of a step counts. */
public final class StepCounts {
    /** The name under which what a step took in is kept, beside the names of what became of it. */
    static final String IN = "in";

    private final JdbcClient control;
    private final TransactionTemplate transaction;

    public StepCounts(JdbcClient control, PlatformTransactionManager transactions) {
        this.control = control;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Counts by step of one job instance, in the order in which the steps ran. */
    public Map<String, Counts> of(long jobInstance) {
        Map<String, Map<String, Long>> byStep = new LinkedHashMap<>();
        control.sql("select step, name, amount from step_counts where job_instance = :job order by id")
                .param("job", jobInstance)
                .query(row -> {
                    byStep.computeIfAbsent(row.getString("step"), step -> new LinkedHashMap<>())
                            .put(row.getString("name"), row.getLong("amount"));
                });
        Map<String, Counts> counts = new LinkedHashMap<>();
        byStep.forEach((step, amounts) -> {
            Map<String, Long> out = new LinkedHashMap<>(amounts);
            Long in = out.remove(IN);
            counts.put(step, new Counts(in == null ? 0 : in, out));
        });
        return counts;
    }

    void keep(long jobInstance, String job, String step, Counts counts) {
        transaction.executeWithoutResult(status -> {
            control.sql("delete from step_counts where job_instance = :instance and step = :step")
                    .param("instance", jobInstance)
                    .param("step", step)
                    .update();
            insert(jobInstance, job, step, IN, counts.in());
            counts.out().forEach((name, amount) -> insert(jobInstance, job, step, name, amount));
        });
    }

    private void insert(long jobInstance, String job, String step, String name, long amount) {
        control.sql("insert into step_counts (job_instance, job, step, name, amount)"
                        + " values (:instance, :job, :step, :name, :amount)")
                .param("instance", jobInstance)
                .param("job", job)
                .param("step", step)
                .param("name", name)
                .param("amount", amount)
                .update();
    }
}
