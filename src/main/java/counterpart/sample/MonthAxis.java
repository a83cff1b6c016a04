package counterpart.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/** The months of a scenario, numbered from 0, and the month in which a day lies. */
final class MonthAxis {
    private final YearMonth first;
    private final int months;
    private final int[] monthOfDay;
    private final int firstDay;

    MonthAxis(Scenario scenario) {
        months = scenario.months();
        first = scenario.reportMonth().minusMonths(months - 1L);
        firstDay = (int) scenario.start().toEpochDay();
        int lastDay = (int) scenario.reportMonth().atEndOfMonth().toEpochDay();
        monthOfDay = new int[lastDay - firstDay + 1];
        for (int day = firstDay; day <= lastDay; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            monthOfDay[day - firstDay] =
                    (date.getYear() - first.getYear()) * 12 + date.getMonthValue() - first.getMonthValue();
        }
    }

    int count() {
        return months;
    }

    /** The month of a day, or -1 when it lies outside. */
    int of(int day) {
        int offset = day - firstDay;
        return offset < 0 || offset >= monthOfDay.length ? -1 : monthOfDay[offset];
    }

    YearMonth at(int month) {
        return first.plusMonths(month);
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(first) && month.isBefore(first.plusMonths(months));
    }
}
