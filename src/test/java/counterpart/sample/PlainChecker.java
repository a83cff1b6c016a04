package counterpart.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the demo's files with nothing but split and says what is wrong with them. */
final class PlainChecker {
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, List<String[]>> spans = new HashMap<>();
    private final Set<String> bills = new HashSet<>();
    private final Map<String, BigDecimal> left = new TreeMap<>();
    private final Map<String, BigDecimal> right = new TreeMap<>();
    private final Map<String, List<Double>> weeklyRows = new HashMap<>();
    private final Map<String, List<Double>> weeklyDollars = new HashMap<>();
    private final Map<String, Integer> sequences = new HashMap<>();

    List<String> complaints() {
        return complaints;
    }

    void eligibility(List<String> lines) {
        spans.clear();
        Map<String, String> people = new HashMap<>();
        Set<String> members = new HashSet<>();
        long hash = 0;
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] f = line.split("\\|", -1);
            want(f.length == 38, "width", line);
            hash += digits(f[4]);
            members.add(f[4]);
            want(f[4].matches("M\\d{7}-0\\d") && f[3].equals(f[4].substring(0, 8) + "-01"), "ids", line);
            want(f[6].isEmpty() && !f[8].isEmpty() && !f[9].isEmpty(), "ssn and names", line);
            want(f[12].compareTo("19100101") > 0 && f[12].compareTo("20261110") < 0, "birth", line);
            want(f[13].matches("[MF]") && f[14].matches("18|01|19") && f[19].matches("\\d{5}"), "codes", line);
            want(f[27].compareTo(f[28]) <= 0 && f[12].compareTo(f[27]) < 0, "span", line);
            want(!(f[14].equals("19") && f[28].equals("99991231") && f[12].compareTo("20001111") < 0), "age", line);
            String person = String.join("|", f[8], f[9], f[12], f[13], f[19]);
            want(f[4].equals(people.getOrDefault(person, f[4])), "twin", line);
            people.put(person, f[4]);
            List<String[]> earlier = spans.computeIfAbsent(f[4] + f[25], k -> new ArrayList<>());
            for (String[] other : earlier) {
                want(f[27].compareTo(other[1]) > 0 || f[28].compareTo(other[0]) < 0, "overlap", line);
            }
            earlier.add(new String[] {f[27], f[28]});
            want(members.contains(f[3]), "subscriber first", line);
        }
        envelope(lines, "ELIG", lines.size() - 2, members.size(), hash, new BigDecimal[0]);
    }

    void medical(List<String> lines) {
        BigDecimal[] sums = zeros(6);
        Set<String> keys = new HashSet<>();
        Set<String> members = new HashSet<>();
        long hash = 0;
        int claims = 0;
        int reversals = 0;
        String[] header = {};
        BigDecimal[] lineSums = zeros(8);
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split("\\|", -1);
            if (!f[0].equals("CL")) {
                for (int i = 0; header.length > 0 && i < 8; i++) {
                    want(money(header[34 + i]).compareTo(lineSums[i]) == 0, "header is not its lines", header[1]);
                }
                lineSums = zeros(8);
                header = f;
            }
            if (f[0].equals("TR")) {
                break;
            }
            if (f[0].equals("CL")) {
                want(f.length == 21 && f[1].equals(header[1]) && f[2].equals(header[2]), "line", line);
                want(f[5].equals(header[22]) && f[6].equals(header[23]) && Double.parseDouble(f[10]) > 0, "line", line);
                for (int i = 0; i < 8; i++) {
                    lineSums[i] = lineSums[i].add(money(f[12 + i]));
                }
                continue;
            }
            claims++;
            hash += digits(f[1]);
            members.add(f[9]);
            want(keys.add(f[1] + f[2]), "duplicate", line);
            claim(f, line);
            for (int i = 0; i < 3; i++) {
                sums[i] = sums[i].add(money(f[34 + i]));
                sums[3] = sums[3].add(money(f[37 + i]));
            }
            if (f[3].equals("REVERSAL")) {
                reversals++;
                sums[4] = sums[4].add(money(f[36]));
            }
            sums[5] = BigDecimal.valueOf(reversals);
        }
        envelope(lines, "MCLM", claims, members.size(), hash, sums);
        String[] trailer = lines.get(lines.size() - 1).split("\\|", -1);
        want(trailer[14].equals(Integer.toString(lines.size() - 2 - claims)), "line count", trailer[1]);
    }

    private void claim(String[] f, String line) {
        want(f.length == 45, "width", line);
        want(luhn(f[14]) && luhn(f[16]) && (f[17].isEmpty() || luhn(f[17])), "npi", line);
        want(f[22].compareTo(f[23]) <= 0 && f[23].compareTo(f[29]) <= 0, "service before receipt", line);
        want(f[29].compareTo(f[30]) <= 0 && f[30].compareTo(f[31]) <= 0, "received, adjudicated, paid", line);
        want(covered(f[9] + "MED", f[22]) && covered(f[9] + "MED", f[23]), "coverage", line);
        want(f[3].equals("ORIGINAL") == f[4].equals("1") && f[5].isEmpty() == f[4].equals("1"), "frequency", line);
        BigDecimal shares = money(f[36])
                .add(money(f[37]))
                .add(money(f[38]))
                .add(money(f[39]))
                .add(money(f[40]));
        want(money(f[35]).compareTo(shares) == 0, "allowed is what all pay", line);
        want(!f[6].equals("DENIED") || money(f[36]).signum() == 0, "denied and paid", line);
        want(f[3].equals("REVERSAL") || money(f[36]).signum() >= 0, "negative", line);
        left.merge(
                f[1] + "/" + f[6].equals("DENIED"),
                money(f[36]).add(money(f[35]).scaleByPowerOfTen(9)),
                BigDecimal::add);
    }

    void pharmacy(List<String> lines) {
        BigDecimal[] sums = zeros(6);
        Set<String> members = new HashSet<>();
        long hash = 0;
        int reversals = 0;
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] f = line.split("\\|", -1);
            want(f.length == 37, "width", line);
            hash += digits(f[1]);
            members.add(f[5]);
            want(luhn(f[10]) && luhn(f[11]) && f[17].matches("\\d{11}") && f[25].matches("\\d"), "codes", line);
            want(f[14].compareTo(f[15]) <= 0 && covered(f[5] + "RX", f[14]), "dates and coverage", line);
            want(Double.parseDouble(f[22]) > 0 && Integer.parseInt(f[23]) > 0, "quantity", line);
            BigDecimal price = money(f[26])
                    .add(money(f[27]))
                    .add(money(f[28]))
                    .add(money(f[29]))
                    .add(money(f[30]));
            want(price.subtract(money(f[31])).subtract(money(f[35])).compareTo(money(f[36])) == 0, "price", line);
            want(money(f[32]).add(money(f[33])).add(money(f[34])).compareTo(money(f[31])) == 0, "patient", line);
            String fill = String.join("|", f[10], f[12], f[13], f[14]);
            if (f[2].equals("B1")) {
                want(bills.add(fill) && bills.add(f[1]), "billed twice", line);
            } else {
                want(bills.remove(fill) && bills.remove(f[4]), "reversal without bill", line);
                reversals++;
                sums[4] = sums[4].add(money(f[36]));
            }
            sums[2] = sums[2].add(money(f[36]));
            sums[3] = sums[3].add(money(f[31]));
        }
        sums[5] = BigDecimal.valueOf(reversals);
        envelope(lines, "RXCLM", lines.size() - 2, members.size(), hash, sums);
    }

    void ledger(List<String> lines) {
        Set<String> keys = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",", -1);
            want(f.length == 16 && keys.add(f[0] + "/" + f[1]), "ledger key", line);
            BigDecimal amounts = new BigDecimal(f[15])
                    .movePointLeft(2)
                    .add(new BigDecimal(f[14]).movePointLeft(2).scaleByPowerOfTen(9));
            right.merge(f[0] + "/" + f[12].equals("02"), amounts, BigDecimal::add);
        }
    }

    void ledgersAgree() {
        want(!left.isEmpty() && left.keySet().equals(right.keySet()), "ledgers", "hold the same claims");
        left.forEach((claim, amount) -> want(amount.compareTo(right.get(claim)) == 0, "ledgers differ", claim));
    }

    /** From the fourth week on, rows within 20 % and dollars within 30 % of the median of the weeks before. */
    void volumes() {
        weeklyRows.forEach((type, rows) -> steady(type + " rows", rows, 0.20));
        weeklyDollars.forEach((type, dollars) -> steady(type + " dollars", dollars, 0.30));
    }

    private void steady(String what, List<Double> weeks, double swing) {
        want(weeks.size() >= 4, what, "has weeks");
        for (int week = 3; week < weeks.size(); week++) {
            List<Double> before =
                    weeks.subList(Math.max(0, week - 6), week).stream().sorted().toList();
            int middle = before.size() / 2;
            double median =
                    before.size() % 2 == 1 ? before.get(middle) : (before.get(middle - 1) + before.get(middle)) / 2;
            double value = weeks.get(week);
            want(Math.abs(value - median) <= median * swing, what + " of week " + week, value + " against " + median);
        }
    }

    /** @param sums billed, allowed, paid, member cost, reversal paid, reversal count; none for eligibility */
    private void envelope(List<String> lines, String type, int details, int members, long hash, BigDecimal[] sums) {
        String[] head = lines.get(0).split("\\|", -1);
        String[] tail = lines.get(lines.size() - 1).split("\\|", -1);
        want(head.length == 15 && head[0].equals("HD") && head[5].equals(type) && head[12].equals("P"), "header", type);
        want(tail.length == 15 && tail[0].equals("TR") && tail[1].equals(head[2]), "trailer", type);
        want(Integer.parseInt(tail[2]) == details && Integer.parseInt(tail[3]) == members, "counts", type);
        want(Long.parseLong(tail[13]) == hash % 1_000_000_000_000L, "hash", type);
        boolean priced = type.equals("MCLM");
        for (int i = 0; i < 4 && sums.length > 0; i++) {
            boolean empty = i < 2 && !priced;
            want(empty ? tail[7 + i].isEmpty() : money(tail[7 + i]).compareTo(sums[i]) == 0, "total " + i, type);
        }
        if (sums.length > 0) {
            want(new BigDecimal(tail[11]).compareTo(sums[5]) == 0, "reversals", type);
            want(money(tail[12]).compareTo(sums[4]) == 0, "reversal paid", type);
        }
        int number = Integer.parseInt(head[11]);
        if (head[6].equals("FULL")) {
            Integer last = sequences.put(type, number);
            want(last == null || number == last + 1, "sequence", type + number);
            weeklyRows.computeIfAbsent(type, t -> new ArrayList<>()).add((double) lines.size() - 2);
            if (sums.length > 0) {
                weeklyDollars.computeIfAbsent(type, t -> new ArrayList<>()).add(sums[2].doubleValue());
            }
        }
    }

    private boolean covered(String memberAndType, String day) {
        return spans.getOrDefault(memberAndType, List.of()).stream()
                .anyMatch(s -> s[0].compareTo(day) <= 0 && day.compareTo(s[1]) <= 0);
    }

    /** Luhn over the prefix 80840 and the number, digit by digit. */
    private static boolean luhn(String npi) {
        if (!npi.matches("2\\d{9}")) {
            return false;
        }
        String all = "80840" + npi;
        int sum = 0;
        for (int i = 0; i < all.length(); i++) {
            int digit = all.charAt(all.length() - 1 - i) - '0';
            int counted = i % 2 == 1 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static long digits(String key) {
        return Long.parseLong(key.replaceAll("\\D", ""));
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal[] zeros(int count) {
        BigDecimal[] zeros = new BigDecimal[count];
        java.util.Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private void want(boolean fine, String what, String where) {
        if (!fine && complaints.size() < 20) {
            complaints.add(what + ": " + where);
        }
    }
}
