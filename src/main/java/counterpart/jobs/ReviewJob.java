package counterpart.jobs;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes and delivers one month's edition. One instance per partnership, month, revision and state of the books. */
@Configuration(proxyBeanMethods = false)
public class ReviewJob {
    @Bean
    Job review(
            JobRepository repository,
            Step copyExchangeFacts,
            Step computeMeasures,
            Step renderEdition,
            Step inspectEdition,
            Step deliverEdition) {
        return new JobBuilder("review", repository)
                .start(copyExchangeFacts)
                .next(computeMeasures)
                .next(renderEdition)
                .next(inspectEdition)
                .next(deliverEdition)
                .build();
    }
}
