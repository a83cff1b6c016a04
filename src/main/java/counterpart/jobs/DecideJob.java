package counterpart.jobs;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carries out what a person decided about one file. One instance per decision. */
@Configuration(proxyBeanMethods = false)
public class DecideJob {
    @Bean
    Job decide(JobRepository repository, Step carryOutDecision, Step answerDecision) {
        return new JobBuilder("decide", repository)
                .start(carryOutDecision)
                .next(answerDecision)
                .build();
    }
}
