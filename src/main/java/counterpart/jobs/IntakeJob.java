package counterpart.jobs;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Believes or refuses one file and answers it. One instance per file and epoch. */
@Configuration(proxyBeanMethods = false)
public class IntakeJob {
    @Bean
    Job intake(
            JobRepository repository,
            Step openFile,
            Step believeFile,
            Step checkRowsAndStage,
            Step checkAcross,
            Step settleFile,
            Step acknowledgeFile) {
        return new JobBuilder("intake", repository)
                .start(openFile)
                .next(believeFile)
                .next(checkRowsAndStage)
                .next(checkAcross)
                .next(settleFile)
                .next(acknowledgeFile)
                .build();
    }
}
