package counterpart.validate.batch;

import counterpart.books.Books;
import counterpart.control.batch.StepFactory;
import counterpart.receive.Custody;
import counterpart.receive.Decisions;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the decide job, keyed by file and decision: carry out, answer. */
@Configuration(proxyBeanMethods = false)
public class DecisionSteps {
    @Bean
    Deciding decidingOfFiles(
            Intake intakeOfFiles,
            Promotion promotionOfLoads,
            Answering answeringOfFiles,
            counterpart.partner.Configuration configuration,
            Custody custody,
            Decisions decisions,
            Books books) {
        return new Deciding(
                intakeOfFiles, promotionOfLoads, answeringOfFiles, configuration, custody, decisions, books);
    }

    @Bean
    Step carryOutDecision(StepFactory steps, Deciding decidingOfFiles) {
        return steps.step("carryOutDecision", decidingOfFiles::carryOut);
    }

    @Bean
    Step answerDecision(StepFactory steps, Deciding decidingOfFiles) {
        return steps.step("answerDecision", decidingOfFiles::answer);
    }
}
