package counterpart.validate.batch;

import counterpart.books.Books;
import counterpart.control.batch.StepFactory;
import counterpart.model.Home;
import counterpart.partner.RemoteInbox;
import counterpart.receive.Custody;
import counterpart.receive.Landing;
import counterpart.validate.csv.CsvReaders;
import java.time.Clock;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of the intake job, keyed by file and epoch: open, believe, check rows and stage, check across, settle,
 * acknowledge; and the step that answers repeated content, which needs no key.
 */
@Configuration(proxyBeanMethods = false)
public class IntakeSteps {
    @Bean
    Promotion promotionOfLoads(counterpart.partner.Configuration configuration, Custody custody, Books books) {
        return new Promotion(configuration, custody, books);
    }

    @Bean
    Intake intakeOfFiles(
            counterpart.partner.Configuration configuration,
            Home home,
            Custody custody,
            Landing landing,
            Books books,
            Promotion promotionOfLoads,
            Clock clock) {
        return new Intake(configuration, home, custody, landing, books, promotionOfLoads, new CsvReaders(), clock);
    }

    @Bean
    Answering answeringOfFiles(
            Intake intakeOfFiles,
            counterpart.partner.Configuration configuration,
            Home home,
            Custody custody,
            Books books,
            RemoteInbox inbox,
            Clock clock) {
        return new Answering(intakeOfFiles, configuration, home, custody, books, inbox, clock);
    }

    @Bean
    Step openFile(StepFactory steps, Intake intakeOfFiles) {
        return steps.step("openFile", intakeOfFiles::open);
    }

    @Bean
    Step believeFile(StepFactory steps, Intake intakeOfFiles) {
        return steps.step("believeFile", intakeOfFiles::believe);
    }

    @Bean
    Step checkRowsAndStage(StepFactory steps, Intake intakeOfFiles) {
        return steps.step("checkRowsAndStage", intakeOfFiles::stage);
    }

    @Bean
    Step checkAcross(StepFactory steps, Intake intakeOfFiles) {
        return steps.step("checkAcross", intakeOfFiles::across);
    }

    @Bean
    Step settleFile(StepFactory steps, Intake intakeOfFiles) {
        return steps.step("settleFile", intakeOfFiles::settle);
    }

    @Bean
    Step acknowledgeFile(StepFactory steps, Answering answeringOfFiles) {
        return steps.step("acknowledgeFile", answeringOfFiles::acknowledge);
    }

    @Bean
    Step answerDuplicates(StepFactory steps, Answering answeringOfFiles) {
        return steps.step("answerDuplicates", answeringOfFiles::answerDuplicates);
    }
}
