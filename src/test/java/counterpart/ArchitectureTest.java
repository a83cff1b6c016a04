package counterpart;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between packages, as an allow-list: what is not named here is not allowed. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("counterpart");

    /** Package of ours -> packages of ours that it may use. */
    private static final Map<String, String> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("model", ""),
            Map.entry("finding", "model"),
            Map.entry("partner", "model finding"),
            Map.entry("partner.yaml", "model finding partner"),
            Map.entry("partner.sftp", "model finding partner"),
            Map.entry("books", "model finding"),
            Map.entry("control", "model finding"),
            Map.entry("control.batch", "model finding control"),
            Map.entry("keep", "model finding books control receive"),
            Map.entry("receive", "model finding partner"),
            Map.entry("receive.sftp", "model finding partner partner.sftp receive"),
            Map.entry("receive.jdbc", "model finding partner receive control"),
            Map.entry("receive.batch", stage("receive", "", "partner.sftp receive.sftp receive.jdbc")),
            Map.entry("validate", "model finding partner receive"),
            Map.entry("validate.csv", "model finding partner receive validate"),
            Map.entry("validate.book", "model finding partner receive validate books"),
            Map.entry("validate.batch", stage("validate", "receive", "validate.csv validate.book")),
            Map.entry("reconcile", "model finding partner validate"),
            Map.entry("reconcile.book", "model finding partner validate reconcile books"),
            Map.entry("reconcile.batch", stage("reconcile", "receive validate", "reconcile.book")),
            Map.entry("measure", "model finding partner receive validate reconcile"),
            Map.entry("measure.book", "model finding partner receive validate reconcile measure books"),
            Map.entry("measure.batch", stage("measure", "receive validate reconcile", "measure.book")),
            Map.entry("report", "model partner measure"),
            Map.entry("report.csv", "model partner measure report"),
            Map.entry("report.json", "model partner measure report"),
            Map.entry("report.pdf", "model partner measure report"),
            Map.entry("report.batch", stage("report", "measure", "report.csv report.json report.pdf")),
            Map.entry("deliver", "model finding partner report"),
            Map.entry("deliver.sftp", "model finding partner report deliver partner.sftp"),
            Map.entry("deliver.mail", "model finding partner report deliver"),
            Map.entry("deliver.batch", stage("deliver", "report", "deliver.sftp deliver.mail partner.sftp")),
            Map.entry("watch", "model finding"),
            Map.entry("watch.json", "model finding control watch"),
            Map.entry("watch.html", "model finding control watch"),
            Map.entry("watch.metrics", "model finding control watch"),
            Map.entry("watch.jdbc", "model finding control watch"),
            Map.entry("watch.http", "model finding watch"),
            Map.entry("jobs", "model"),
            Map.entry("sample", "model partner"),
            Map.entry("sample.server", "model partner sample")));

    private static String stage(String stage, String before, String siblings) {
        return "model finding partner books control control.batch " + stage + " " + before + " " + siblings;
    }

    @TestFactory
    Stream<DynamicTest> each_package_uses_only_what_it_may() {
        return ALLOWED.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> allowed = Arrays.stream((entry.getKey() + " " + entry.getValue()).split(" +"))
                            .filter(name -> !name.isEmpty())
                            .map(name -> "counterpart." + name)
                            .collect(Collectors.toCollection(TreeSet::new));
                    classes()
                            .that()
                            .resideInAPackage("counterpart." + entry.getKey())
                            .should()
                            .onlyDependOnClassesThat(isOutsideTheProductOrIn(allowed))
                            .check(PRODUCT);
                }));
    }

    @Test
    void every_package_has_an_allow_list_or_may_see_everything() {
        Set<String> seen = PRODUCT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("counterpart."))
                .map(name -> name.substring("counterpart.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = new TreeSet<>(ALLOWED.keySet());
        listed.add("operate");
        assertThat(seen).as("packages with classes and packages with a rule").isEqualTo(listed);
    }

    @Test
    void spring_batch_appears_only_in_batch_packages_and_jobs() {
        onlyIn(List.of("counterpart..batch", "counterpart.jobs"), "org.springframework.batch..");
    }

    @Test
    void only_the_launch_gate_calls_the_job_operator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("counterpart.control.batch")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("JobOperator")
                .check(PRODUCT);
    }

    @Test
    void sftp_appears_only_where_it_is_spoken() {
        onlyIn(
                List.of("counterpart.partner.sftp", "counterpart.sample.server"),
                "org.apache.sshd..",
                "org.springframework.integration..");
    }

    @Test
    void mail_appears_only_where_it_is_sent() {
        onlyIn(
                List.of("counterpart.deliver.mail"),
                "jakarta.mail..",
                "jakarta.activation..",
                "org.eclipse.angus..",
                "org.springframework.mail..");
    }

    @Test
    void the_pdf_engine_appears_only_in_report_pdf() {
        onlyIn(List.of("counterpart.report.pdf"), "com.openhtmltopdf..", "org.apache.pdfbox..");
        onlyIn(List.of("counterpart.report.pdf", "counterpart.watch.html"), "org.thymeleaf..");
        onlyIn(List.of("counterpart.report.pdf"), "org.jfree..", "org.apache.batik..");
    }

    @Test
    void metrics_are_made_only_where_they_are_written() {
        onlyIn(List.of("counterpart.watch.metrics"), "io.micrometer..");
    }

    @Test
    void yaml_is_read_only_by_partner_yaml() {
        onlyIn(List.of("counterpart.partner.yaml"), "org.yaml..", "com.networknt..");
    }

    @Test
    void duckdb_and_parquet_stay_in_books() {
        onlyIn(List.of("counterpart.books"), "org.duckdb..", "com.jerolba..", "org.apache.parquet..");
    }

    @Test
    void plain_stage_packages_are_plain_java() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "counterpart.model",
                        "counterpart.finding",
                        "counterpart.partner",
                        "counterpart.receive",
                        "counterpart.validate",
                        "counterpart.reconcile",
                        "counterpart.measure",
                        "counterpart.report",
                        "counterpart.deliver",
                        "counterpart.sample")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(PRODUCT);
    }

    private static void onlyIn(List<String> packages, String... technology) {
        assertThat(PRODUCT.stream()
                        .filter(c -> packages.stream()
                                .anyMatch(p -> resideInAPackage(p).test(c)))
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .anyMatch(d -> Arrays.stream(technology)
                                .anyMatch(t -> resideInAPackage(t).test(d.getTargetClass()))))
                .as("the rule must match something")
                .isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackages(packages.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology)
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> isOutsideTheProductOrIn(Set<String> allowed) {
        return DescribedPredicate.describe(
                "outside the product or in " + allowed,
                c -> !c.getPackageName().startsWith("counterpart") || allowed.contains(c.getPackageName()));
    }
}
