package counterpart.validate.batch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/** Small files in the layouts of the tests, with trailers that fit. */
final class Samples {
    private Samples() {}

    /** Two families with medical and pharmacy coverage. */
    static String eligibility(int sequence, String asOf) {
        return file(
                "ELIG",
                sequence,
                asOf,
                "DT|S1|M1||Doe|Jane|19850214|F|18|97201|G1|PPO|MED|20260101|99991231||",
                "DT|S1|M1||Doe|Jane|19850214|F|18|97201|G1|PPO|RX|20260101|99991231||",
                "DT|S1|M2||Doe|Sam|20150214|M|19|97201|G1|PPO|MED|20260101|99991231||",
                "DT|S2|M3||Roe|Ann|19900212|F|18|97202|G1|PPO|MED|20260101|20261231||N");
    }

    static String medical(int sequence, String... rows) {
        return file("MCLM", sequence, "20261004", rows);
    }

    static String pharmacy(int sequence, String... rows) {
        return file("RXCLM", sequence, "20261004", rows);
    }

    static String claim(String id, String member, String paid) {
        return "CH|" + id + "|0|ORIGINAL|1||PAID|PROF|" + member
                + "|1234567893|20260901|20260901|20260904|20260929|20260930|" + paid + "|" + paid + "|" + paid
                + "|0.00|0.00|0.00|0.00";
    }

    static String line(String id, int number, String paid) {
        return "CL|" + id + "|0|" + number + "|PAID|20260901|20260901|1|" + paid + "|" + paid + "|" + paid;
    }

    static String prescription(String id, String code, String original, String member, String number) {
        String sign = code.equals("B2") ? "-" : "";
        return "RX|" + id + "|" + code + "|P|" + original + "|" + member + "|1234567893|1245319599|" + number
                + "|0|20260910|20260929|00002759701|" + sign + "30|" + sign + "30|0|" + sign + "40.00|" + sign
                + "2.00|" + sign + "10.00|" + sign + "10.00|" + sign + "32.00";
    }

    /** A file with header and trailer; the trailer counts what can be read. */
    static String file(String type, int sequence, String asOf, String... rows) {
        String version = type.equals("ELIG") ? "ELG-1.0" : type.equals("MCLM") ? "MCL-1.0" : "RXC-1.0";
        String id = "F" + sequence;
        StringBuilder text = new StringBuilder("HD|" + version + "|" + id + "|LAKESHORE|CASCADIA|" + type
                + "|FULL|O|20260928|20261004|20261005060000|" + String.format("%05d", sequence) + "|P||" + asOf + "\n");
        for (String row : rows) {
            text.append(row).append('\n');
        }
        return text + trailer(type, id, rows) + "\n";
    }

    private static String trailer(String type, String id, String... rows) {
        Set<String> members = new HashSet<>();
        BigInteger hash = BigInteger.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        int details = 0;
        int lines = 0;
        boolean readable = true;
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            if (cells[0].equals("CL")) {
                lines++;
                continue;
            }
            details++;
            boolean spans = type.equals("ELIG");
            members.add(spans ? cells[2] : type.equals("MCLM") ? cells[8] : cells[5]);
            hash = hash.add(new BigInteger("0" + (spans ? cells[2] : cells[1]).replaceAll("[^0-9]", "")));
            String amount = spans ? "0" : type.equals("MCLM") ? cells[17] : cells[20];
            readable &= amount.matches("-?[0-9.]+");
            paid = readable ? paid.add(new BigDecimal(amount)) : paid;
        }
        String total = readable ? paid.setScale(2).toPlainString() : "";
        return "TR|" + id + "|" + details + "|" + members.size() + "||||"
                + (type.equals("RXCLM") ? "||" : total + "|" + total + "|") + total + "||||"
                + hash.mod(BigInteger.TEN.pow(12)) + "|" + (type.equals("MCLM") ? lines : "");
    }
}
