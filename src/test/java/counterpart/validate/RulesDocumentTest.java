package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} is made from the rulebook: {@code mvn test -Dtest=RulesDocumentTest -Dregenerate=true}. */
class RulesDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "rules.md");

    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("F", "The file as a whole");
        FAMILIES.put("G", "Any field");
        FAMILIES.put("E", "Eligibility");
        FAMILIES.put("M", "Medical claims");
        FAMILIES.put("P", "Pharmacy claims");
    }

    @Test
    void the_document_of_the_rules_is_current() throws IOException {
        String document = document();
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document, StandardCharsets.UTF_8);
        }
        assertThat(DOCUMENT)
                .as("run mvn test -Dtest=RulesDocumentTest -Dregenerate=true")
                .hasContent(document);
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Rules

                Every check that a file goes through. A partner meets these codes in our acknowledgment and in the list of
                findings that goes with it. This page is made from the rulebook; do not edit it, but run
                `mvn test -Dtest=RulesDocumentTest -Dregenerate=true`.

                What a finding does: **refuses the file** (nothing of it is loaded), **holds the file** (it waits for an
                operator), **rejects the row** (the row is kept with its reason, the rest is loaded), **warns** (the row is
                loaded and marked) or **informs**. Levels: the file as a whole, one field, one record, or across records and
                files. F-020 refuses the file above its second limit. A rejected row causes no further finding, and a rejected claim
                header takes its lines along. History files (mode HIST) are exempt from F-012, F-013, F-014, F-018, F-019, F-021,
                F-022, F-023 and M-226. F-001, F-011 and F-023 are found when the file is collected. A rule about a field that a layout does not map
                is not asked. Where a partner's file agrees another severity or a waiver (docs/configuration.md), that holds; what a
                waiver sets aside is listed as WAIVED. The last column says how far an edit may be changed: **fixed** ones neither
                change nor are waived.
                """);
        FAMILIES.forEach((letter, title) -> {
            text.append("\n## ").append(title).append("\n\n");
            text.append(
                    "| code | does | level | what is wrong | what to do | source | may become |\n|---|---|---|---|---|---|---|\n");
            rows(letter).forEach(text::append);
        });
        return text.toString();
    }

    private static Set<String> rows(String letter) {
        Set<String> rows = new LinkedHashSet<>();
        for (Edit edit : Rulebook.edits()) {
            if (edit.code().value().startsWith(letter)) {
                rows.add("| " + String.join(" | ", cells(edit)) + " |\n");
            }
        }
        return rows;
    }

    private static List<String> cells(Edit edit) {
        String does = switch (edit.severity()) {
            case REJECT_FILE -> "refuses the file";
            case HOLD_FILE -> "holds the file";
            case REJECT_ROW -> "rejects the row";
            case WARN -> "warns";
            case INFO -> "informs";
            case WAIVED -> throw new IllegalStateException("no rule is waived by itself");
        };
        return List.of(
                edit.code().value(),
                does,
                edit.level().name().toLowerCase(Locale.ROOT),
                edit.what(),
                edit.remedy(),
                edit.source(),
                bounds(edit));
    }

    private static String bounds(Edit edit) {
        Set<String> allowed =
                Rulebook.catalogue().severities().getOrDefault(edit.code().value(), Set.of());
        return allowed.isEmpty()
                ? "fixed"
                : String.join(", ", allowed.stream().sorted().toList()) + ", waived";
    }
}
