package counterpart.jobs;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Holds two sides' books against each other. One instance per partnership, as-of date and state of the books. */
@Configuration(proxyBeanMethods = false)
public class ReconcileJob {
    @Bean
    Job reconcile(
            JobRepository repository,
            Step alignLedgers,
            Step matchLedgers,
            Step matchRosters,
            Step followMembers,
            Step netPrescriptions,
            Step mergeBreaks,
            Step publishBreaks) {
        return new JobBuilder("reconcile", repository)
                .start(alignLedgers)
                .next(matchLedgers)
                .next(matchRosters)
                .next(followMembers)
                .next(netPrescriptions)
                .next(mergeBreaks)
                .next(publishBreaks)
                .build();
    }
}
