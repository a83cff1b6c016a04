package counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules as their package-info declares them: allowed dependencies, named interfaces, no cycles. */
class ModularityTest {
    private static final ApplicationModules MODULES = ApplicationModules.of("counterpart");

    @Test
    void every_module_keeps_to_what_it_declares() {
        MODULES.verify();
    }

    @Test
    void the_stages_are_modules() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("receive", "validate", "reconcile", "measure", "report", "deliver", "operate", "jobs");
    }
}
