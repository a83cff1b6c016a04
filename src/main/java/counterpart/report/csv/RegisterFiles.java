package counterpart.report.csv;

import static counterpart.report.csv.RegisterCsv.date;
import static counterpart.report.csv.RegisterCsv.field;
import static counterpart.report.csv.RegisterCsv.text;

import counterpart.report.Registers;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code decisions.csv}, {@code issues.csv}, {@code actions.csv} and {@code incidents.csv} of a partnership's
 * registers folder. A file that is not there holds nothing. A row with a fault is told and left out; the others count.
 */
public final class RegisterFiles {
    private static final List<String> DECISION_COLUMNS = List.of("no", "decision", "why_now", "proposed_by");
    private static final List<String> ISSUE_COLUMNS = List.of("measure", "month", "impact", "plan", "owner", "due");
    private static final List<String> ACTION_COLUMNS = List.of("no", "action", "owner", "opened", "due", "closed");
    private static final List<String> INCIDENT_COLUMNS =
            List.of("opened", "incident", "impact", "owner", "due", "closed");
    private static final String NUMBER = "\\d{1,4}";

    /**
     * What was read.
     *
     * @param warnings one sentence a fault: file, line, field, and what to do
     */
    public record Reading(Registers registers, List<String> warnings) {
        public Reading {
            warnings = List.copyOf(warnings);
        }
    }

    private final Set<String> measures;
    private final RegisterCsv decisions;
    private final RegisterCsv issues;
    private final RegisterCsv actions;
    private final RegisterCsv incidents;

    private RegisterFiles(Set<String> measures, IntPredicate isPrintable, List<String> warnings) {
        this.measures = measures;
        this.decisions = new RegisterCsv("decisions.csv", DECISION_COLUMNS, isPrintable, warnings);
        this.issues = new RegisterCsv("issues.csv", ISSUE_COLUMNS, isPrintable, warnings);
        this.actions = new RegisterCsv("actions.csv", ACTION_COLUMNS, isPrintable, warnings);
        this.incidents = new RegisterCsv("incidents.csv", INCIDENT_COLUMNS, isPrintable, warnings);
    }

    /**
     * Reads all registers.
     *
     * @param measures the partnership's measures, of which issues may speak
     * @param isPrintable whether the pages' font has a character
     */
    public static Reading read(Path folder, Set<String> measures, IntPredicate isPrintable) {
        List<String> warnings = new ArrayList<>();
        RegisterFiles files = new RegisterFiles(measures, isPrintable, warnings);
        List<Registers.Decision> decisions = new ArrayList<>(files.decisions.read(folder, files::decision));
        decisions.sort(Comparator.comparingInt(Registers.Decision::number));
        List<Registers.Issue> issues = files.issues.read(folder, files::issue);
        List<Registers.Action> actions = new ArrayList<>(files.actions.read(folder, files::action));
        actions.sort(Comparator.comparingInt(Registers.Action::number));
        List<Registers.Incident> incidents = new ArrayList<>(files.incidents.read(folder, files::incident));
        incidents.sort(Comparator.comparing(Registers.Incident::opened));
        return new Reading(new Registers(decisions, issues, actions, incidents), warnings);
    }

    private Registers.@Nullable Decision decision(CSVRecord row) {
        if (!decisions.isFilled(row, DECISION_COLUMNS) || !isNumber(decisions, row)) {
            return null;
        }
        int number = Integer.parseInt(row.get("no"));
        return new Registers.Decision(number, text(row, "decision"), text(row, "why_now"), text(row, "proposed_by"));
    }

    private Registers.@Nullable Issue issue(CSVRecord row) {
        if (!measures.contains(text(row, "measure"))) {
            return issues.fault(
                    row, "measure", "is no measure of this partnership; write its name as in the partnership's file");
        }
        YearMonth month;
        try {
            month = YearMonth.parse(text(row, "month"));
        } catch (DateTimeException e) {
            return issues.fault(row, "month", "is no month; write it like 2026-10");
        }
        if (!issues.isDateOrEmpty(row, "due")) {
            return null;
        }
        return new Registers.Issue(
                text(row, "measure"),
                month,
                field(row, "impact"),
                field(row, "plan"),
                field(row, "owner"),
                date(row, "due"));
    }

    private Registers.@Nullable Action action(CSVRecord row) {
        List<String> needed = List.of("no", "action", "owner", "opened", "due");
        if (!actions.isFilled(row, needed) || !isNumber(actions, row) || !hasDates(actions, row)) {
            return null;
        }
        LocalDate due = date(row, "due");
        LocalDate opened = date(row, "opened");
        if (due == null || opened == null || due.isBefore(opened)) {
            return actions.fault(row, "due", "is before the action was opened; correct one of the two");
        }
        return new Registers.Action(
                Integer.parseInt(row.get("no")),
                text(row, "action"),
                text(row, "owner"),
                opened,
                due,
                date(row, "closed"));
    }

    private Registers.@Nullable Incident incident(CSVRecord row) {
        if (!incidents.isFilled(row, List.of("opened", "incident", "owner")) || !hasDates(incidents, row)) {
            return null;
        }
        LocalDate opened = date(row, "opened");
        if (opened == null) {
            return null;
        }
        return new Registers.Incident(
                opened,
                text(row, "incident"),
                field(row, "impact"),
                text(row, "owner"),
                date(row, "due"),
                date(row, "closed"));
    }

    private static boolean isNumber(RegisterCsv register, CSVRecord row) {
        if (row.get("no").matches(NUMBER)) {
            return true;
        }
        register.fault(row, "no", "is no number; write 1, 2, 3");
        return false;
    }

    /** Dates of opening, due and closing; nothing is closed before it is opened. */
    private static boolean hasDates(RegisterCsv register, CSVRecord row) {
        for (String column : List.of("opened", "due", "closed")) {
            if (!register.isDateOrEmpty(row, column)) {
                return false;
            }
        }
        LocalDate opened = date(row, "opened");
        LocalDate closed = date(row, "closed");
        if (opened != null && closed != null && closed.isBefore(opened)) {
            register.fault(row, "closed", "is before the day of opening; correct one of the two");
            return false;
        }
        return true;
    }
}
