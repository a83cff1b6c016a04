package counterpart.bench;

import counterpart.model.BookTable;
import counterpart.model.CoverageSpan;
import counterpart.model.PharmacyClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.mapping.PassThroughFieldSetMapper;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What a good developer writes in an afternoon with the framework's own parts: flat file reader, a processor with the
 * rules, batched inserts into an HSQLDB file, chunks of 1,000. The rules are those of the product, one and all; what needs
 * other rows is looked up in maps. It takes nothing into custody, compares no totals, keeps no reject and answers nobody.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
public class PlainJob {
    private static final int CHUNK = 1_000;

    /** Arguments: eligibility file, pharmacy file, folder for the store, file for the number of accepted rows. */
    public static void main(String[] args) throws Exception {
        System.setProperty("plain.eligibility", args[0]);
        System.setProperty("plain.pharmacy", args[1]);
        System.setProperty("plain.store", args[2]);
        long accepted = 0;
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(PlainJob.class)) {
            JobExecution execution =
                    context.getBean(JobOperator.class).start(context.getBean(Job.class), new JobParameters());
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("the plain job ended as " + execution.getAllFailureExceptions());
            }
            for (StepExecution step : execution.getStepExecutions()) {
                accepted += step.getWriteCount();
            }
        }
        Files.writeString(Path.of(args[3]), Long.toString(accepted));
        System.exit(0);
    }

    @Bean
    DataSource dataSource() throws IOException {
        JDBCDataSource store = new JDBCDataSource();
        store.setURL("jdbc:hsqldb:file:" + System.getProperty("plain.store")
                + "/plain;hsqldb.default_table_type=cached;shutdown=true");
        store.setUser("sa");
        new ResourceDatabasePopulator(
                        new ClassPathResource("org/springframework/batch/core/schema-hsqldb.sql"),
                        new ClassPathResource("bench/plain-job.sql"))
                .execute(store);
        return store;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Job plain(JobRepository repository, PlatformTransactionManager transactions, DataSource dataSource) {
        PlainRules rules = new PlainRules();
        return new JobBuilder("plain", repository)
                .start(eligibility(repository, transactions, dataSource, rules))
                .next(pharmacy(repository, transactions, dataSource, rules))
                .build();
    }

    private static Step eligibility(
            JobRepository repository, PlatformTransactionManager transactions, DataSource store, PlainRules rules) {
        return new StepBuilder("eligibility", repository)
                .<FieldSet, CoverageSpan>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(reader("plain.eligibility"))
                .processor(rules::judgeCoverage)
                .writer(new JdbcBatchItemWriterBuilder<CoverageSpan>()
                        .dataSource(store)
                        .sql(PlainRows.insert(BookTable.COVERAGE_SPAN.sqlName(), PlainRows.COVERAGE_COLUMNS))
                        .itemPreparedStatementSetter(PlainRows::set)
                        .build())
                .build();
    }

    private static Step pharmacy(
            JobRepository repository, PlatformTransactionManager transactions, DataSource store, PlainRules rules) {
        return new StepBuilder("pharmacy", repository)
                .<FieldSet, PharmacyClaim>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(reader("plain.pharmacy"))
                .processor(rules::judgePrescription)
                .writer(new JdbcBatchItemWriterBuilder<PharmacyClaim>()
                        .dataSource(store)
                        .sql(PlainRows.insert(BookTable.PHARMACY_CLAIM.sqlName(), PlainRows.PHARMACY_COLUMNS))
                        .itemPreparedStatementSetter(PlainRows::set)
                        .build())
                .build();
    }

    private static FlatFileItemReader<FieldSet> reader(String property) {
        return new FlatFileItemReaderBuilder<FieldSet>()
                .name(property)
                .resource(new FileSystemResource(System.getProperty(property)))
                .delimited(tokens -> tokens.delimiter("|"))
                .fieldSetMapper(new PassThroughFieldSetMapper())
                .build();
    }
}
