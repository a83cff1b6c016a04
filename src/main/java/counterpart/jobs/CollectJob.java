package counterpart.jobs;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes custody of what a feed's partner has left. One instance per feed, business date and poll. */
@Configuration(proxyBeanMethods = false)
public class CollectJob {
    @Bean
    Job collect(
            JobRepository repository, Step listRemoteFiles, Step takeCustody, Step answerDuplicates, Step tidyRemote) {
        return new JobBuilder("collect", repository)
                .start(listRemoteFiles)
                .next(takeCustody)
                .next(answerDuplicates)
                .next(tidyRemote)
                .build();
    }
}
