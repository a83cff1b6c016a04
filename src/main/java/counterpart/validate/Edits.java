package counterpart.validate;

import static counterpart.finding.Severity.HOLD_FILE;
import static counterpart.finding.Severity.INFO;
import static counterpart.finding.Severity.REJECT_FILE;
import static counterpart.finding.Severity.REJECT_ROW;
import static counterpart.finding.Severity.WARN;
import static counterpart.validate.Edit.Level.CROSS;
import static counterpart.validate.Edit.Level.FIELD;
import static counterpart.validate.Edit.Level.FILE;
import static counterpart.validate.Edit.Level.RECORD;

import java.util.List;

/** The checks that are no {@link Rule}: of the file as a whole, of one field's text, and across rows and files. */
public final class Edits {
    private static final String EXCHANGE = "agreed way of exchange";
    private static final String RFC_4180 = "RFC 4180";
    private static final String BOOKS = "one book for one member";

    // Files.
    public static final Edit F001 = Edit.of(
            "F-001",
            WARN,
            FILE,
            "The file in the feed's directory belongs to no feed that was agreed, or is larger than the limit; it was not taken.",
            "Name the file as agreed, or agree the new name; split what is too large.",
            EXCHANGE);
    public static final Edit F002 = Edit.of(
            "F-002",
            REJECT_FILE,
            FILE,
            "The file cannot be unpacked.",
            "Pack it again, check that it unpacks on your side, and send it again.",
            EXCHANGE);
    public static final Edit F003 = Edit.of(
            "F-003",
            REJECT_FILE,
            FILE,
            "The file holds no rows.",
            "Send the rows, or say in mode CHG that nothing changed.",
            EXCHANGE);
    public static final Edit F004 = Edit.of(
            "F-004",
            REJECT_FILE,
            FILE,
            "The envelope is incomplete: header or trailer is missing or stands twice, or a record is of no known type.",
            "Send the whole file again: one header first, known records, one trailer last.",
            "X12 ISA/IEA, state APCD guides HD/TR");
    public static final Edit F005 = Edit.of(
            "F-005",
            REJECT_FILE,
            FILE,
            "The header names another sender, receiver or kind of file than this directory is for.",
            "Put the file into its own directory, or correct the header.",
            "X12 TA105 codes 005 to 009");
    public static final Edit F006 = Edit.of(
            "F-006",
            REJECT_FILE,
            FILE,
            "The layout version is not one that was agreed.",
            "Send the file in an agreed version, or agree the new one first.",
            "X12 TA105 codes 003 and 017");
    public static final Edit F007 = Edit.of(
            "F-007",
            REJECT_FILE,
            FILE,
            "The file is not the one that its control file states: bytes, digest, records or amount differ.",
            "The transfer was incomplete, or the control file is of another file: send both again.",
            EXCHANGE);
    public static final Edit F008 = Edit.of(
            "F-008",
            REJECT_FILE,
            FILE,
            "A count in the trailer differs from the rows in the file.",
            "Rows were lost or the trailer is wrong: make the file again and send it as a resubmission.",
            "X12 SE01, IEA01");
    public static final Edit F009 = Edit.of(
            "F-009",
            REJECT_FILE,
            FILE,
            "An amount or the hash total in the trailer differs from the sum of the rows.",
            "Rows were lost or changed, or the trailer is wrong: make the file again and send it as a resubmission.",
            "X12 835 balancing, state APCD guides");
    public static final Edit F010 = Edit.of(
            "F-010",
            HOLD_FILE,
            FILE,
            "The header's file id was used before by a file with other content that was not refused.",
            "Give each file its own id; tell us which of the two counts.",
            "X12 ISA13");
    public static final Edit F011 = Edit.of(
            "F-011",
            INFO,
            FILE,
            "The same content came before; it was not loaded again.",
            "Nothing to do, unless you meant to send something else.",
            EXCHANGE);
    public static final Edit F012 = Edit.of(
            "F-012",
            HOLD_FILE,
            FILE,
            "The sequence number leaves a gap: a file before this one is missing.",
            "Send the missing file, or tell us that there is none.",
            EXCHANGE);
    public static final Edit F013 = Edit.of(
            "F-013",
            WARN,
            FILE,
            "The file's period does not follow that of the last file loaded before it: days are missing or told twice.",
            "Send what is missing, or confirm the period.",
            EXCHANGE);
    public static final Edit F014 = Edit.of(
            "F-014",
            HOLD_FILE,
            FILE,
            "The full file is older than the last one loaded.",
            "Check that the right file was sent.",
            EXCHANGE);
    public static final Edit F015 = Edit.of(
            "F-015",
            REJECT_FILE,
            FILE,
            "The file holds bytes that are no text in the agreed encoding, or control characters.",
            "Write the file in the agreed encoding, without control characters, and send it again.",
            "Unicode 3.9, RFC 3629");
    public static final Edit F016 = Edit.of(
            "F-016",
            REJECT_ROW,
            RECORD,
            "The row does not have the agreed number of columns.",
            "Quote text that holds the delimiter, and send the row again with all its columns.",
            RFC_4180);
    public static final Edit F017 = Edit.of(
            "F-017",
            REJECT_FILE,
            FILE,
            "The header says that this is a test file.",
            "Send tests to the test directory, or set the environment to P.",
            "X12 ISA15");
    public static final Edit F018 = Edit.of(
            "F-018",
            HOLD_FILE,
            FILE,
            "The number of rows lies far, and by 25 or more, from the median of the last files.",
            "Confirm that the file is complete, or send it again.",
            EXCHANGE);
    public static final Edit F019 = Edit.of(
            "F-019",
            HOLD_FILE,
            FILE,
            "The total paid lies far from the median of the last files.",
            "Confirm the amounts, or send the file again.",
            EXCHANGE);
    public static final Edit F020 = Edit.of(
            "F-020",
            HOLD_FILE,
            FILE,
            "25 rows or more, or all, are rejected and their share is above the limit; above the higher limit the file is"
                    + " refused.",
            "Correct the rows listed in the error file and send the whole file again.",
            EXCHANGE);
    public static final Edit F021 = Edit.of(
            "F-021",
            HOLD_FILE,
            FILE,
            "The full file would end the coverage of more than 25 members and more than 3 % of all, or of more than 20 % of a"
                    + " group of 25 or more, by leaving them out or by a date.",
            "Confirm that they have left, or send the whole file again.",
            EXCHANGE);
    public static final Edit F022 = Edit.of(
            "F-022",
            HOLD_FILE,
            FILE,
            "The full file moves more than 30 % of the members of a group of 25 or more to other plans.",
            "Confirm the change of plans, or send the file again.",
            EXCHANGE);
    public static final Edit F023 = Edit.of(
            "F-023",
            WARN,
            FILE,
            "The file came after its due time and grace.",
            "Tell us when delays are to be expected.",
            EXCHANGE);
    public static final Edit F025 = Edit.of(
            "F-025",
            HOLD_FILE,
            FILE,
            "More than 0.5 % of the rows, and at least 25, name a plan or group that was not agreed.",
            "Agree the new codes; after they are added to the layout the file is read again with 'counterpart replay'.",
            EXCHANGE);
    public static final Edit F026 = Edit.of(
            "F-026",
            REJECT_FILE,
            FILE,
            "The heading line lacks a column that was agreed, or names one twice; columns beyond those agreed are noted.",
            "Restore the agreed heading, or agree the new one first.",
            EXCHANGE);
    public static final Edit F027 = Edit.of(
            "F-027",
            REJECT_FILE,
            FILE,
            "A quote is never closed, or a line is longer than the limit.",
            "Close the quote, or double a quote that is meant as a character, and send the file again.",
            RFC_4180);

    // Texts of fields.
    public static final Edit G001 = Edit.of(
            "G-001", REJECT_ROW, FIELD, "A required value is missing.", "Send the row again with the value.", EXCHANGE);
    public static final Edit G002 = Edit.of(
            "G-002",
            REJECT_ROW,
            FIELD,
            "The value is not a date.",
            "Write the date in the agreed form.",
            "ISO 8601 calendar dates, in the agreed pattern");
    public static final Edit G003 = Edit.of(
            "G-003",
            REJECT_ROW,
            FIELD,
            "The value is not an amount.",
            "Write digits with at most two decimals, a minus sign first when negative, no currency or thousands sign.",
            EXCHANGE);
    public static final Edit G004 = Edit.of(
            "G-004",
            REJECT_ROW,
            FIELD,
            "The value is not a number of the agreed kind, or not yes or no.",
            "Write plain digits, or Y or N.",
            EXCHANGE);
    public static final Edit G005 = Edit.of(
            "G-005",
            REJECT_ROW,
            FIELD,
            "The code is not in the agreed list.",
            "Use an agreed code, or agree the new one first.",
            EXCHANGE);

    // Fields that report under an edit of their own.
    public static final Edit E102 = Edit.of(
            "E-102",
            REJECT_ROW,
            FIELD,
            "The last or first name is missing.",
            "Send the row again with both names.",
            "X12 834 NM103, NM104");
    public static final Edit E105 = Edit.of(
            "E-105",
            REJECT_ROW,
            FIELD,
            "The gender or relationship is missing or not in the agreed list.",
            "Use an agreed code.",
            "X12 834 DMG03, INS02");
    public static final Edit E119 = Edit.of(
            "E-119",
            REJECT_ROW,
            FIELD,
            "The plan or group is not in the agreed list.",
            "Use an agreed code, or agree the new plan or group first.",
            EXCHANGE);
    public static final Edit P300 = Edit.of(
            "P-300",
            REJECT_ROW,
            FIELD,
            "The prescription claim has no id.",
            "Send the row again with the claim id.",
            "NCPDP transaction reference");

    // Across rows and files.
    public static final Edit E109 = Edit.of(
            "E-109",
            REJECT_ROW,
            CROSS,
            "The dependant's subscriber is neither in this file nor in the books.",
            "Send the subscriber's row too, or correct the subscriber id.",
            "X12 834 REF*0F");
    public static final Edit E110 = Edit.of(
            "E-110",
            REJECT_ROW,
            CROSS,
            "The span overlaps an earlier row of the same member and coverage type.",
            "End the earlier span before this one begins.",
            BOOKS);
    public static final Edit E111 = Edit.of(
            "E-111",
            WARN,
            CROSS,
            "There is a gap of 1 to 31 days between two spans of the same member, coverage type and plan.",
            "Check whether the member was covered on those days.",
            BOOKS);
    public static final Edit E112 = Edit.of(
            "E-112",
            WARN,
            CROSS,
            "Another member id has the same name, birth date, gender and ZIP code.",
            "If this is one person, send one id.",
            BOOKS);
    public static final Edit E113 = Edit.of(
            "E-113",
            WARN,
            CROSS,
            "The member id belongs to somebody with another birth date, in this file or in the books.",
            "Check that one member id means one person.",
            BOOKS);
    public static final Edit E116 = Edit.of(
            "E-116",
            WARN,
            CROSS,
            "A change, cancellation, termination or reinstatement is about a member whom we do not know.",
            "Send the member's addition, or correct the id; the row was taken as it is.",
            "X12 834 INS03");
    public static final Edit E117 = Edit.of(
            "E-117",
            WARN,
            CROSS,
            "An addition repeats a span that stands already.",
            "Nothing to do, unless something else was meant.",
            "X12 834 INS03 021");
    public static final Edit E120 = Edit.of(
            "E-120",
            WARN,
            CROSS,
            "The coverage tier leaves out somebody who is covered: EE has no dependants, ES no child, EC no spouse.",
            "Correct the tier, or end the dependant's coverage.",
            "X12 834 HD05");
    public static final Edit M201 = Edit.of(
            "M-201",
            REJECT_ROW,
            CROSS,
            "The claim's key is missing, or the same claim id and version, or line, came earlier in the file.",
            "Send each version of a claim once, with its id, version and line numbers.",
            "X12 837 CLM01");
    public static final Edit M202 = Edit.of(
            "M-202",
            REJECT_ROW,
            CROSS,
            "A claim line does not follow its claim header, or a claim header has no line.",
            "Send each header with its lines directly behind it.",
            "X12 837 loops 2300 and 2400");
    public static final Edit M205 = Edit.of(
            "M-205",
            WARN,
            CROSS,
            "The first service date lies before the member's birth or after the member's death.",
            "Check the service date and the member id.",
            "CARC 13, 14");
    public static final Edit M206 = Edit.of(
            "M-206",
            WARN,
            CROSS,
            "The member is not on the eligibility file.",
            "Check the member id, or send the member's coverage.",
            "CARC 31");
    public static final Edit M207 = Edit.of(
            "M-207",
            WARN,
            CROSS,
            "The member has no medical coverage on the first service date.",
            "Check the service date, or correct the coverage.",
            "CARC 26, 27");
    public static final Edit M210 = Edit.of(
            "M-210",
            WARN,
            CROSS,
            "The principal diagnosis does not go with the member's gender: pregnancy, or an organ of the other one.",
            "Check the diagnosis and the member id.",
            "CARC 10; ICD-10-CM O00-O9A, N40-N53, N70-N98");
    public static final Edit M214 = Edit.of(
            "M-214",
            WARN,
            CROSS,
            "A total line (revenue code 0001) differs from the sum of the claim's other lines by more than $0.01.",
            "Send a total line that adds up; the sums of the claim leave it out.",
            "NUBC revenue code 0001");
    public static final Edit M221 = Edit.of(
            "M-221",
            WARN,
            CROSS,
            "An amount of the claim differs from the sum of its lines by more than $0.01.",
            "Send header and lines that add up.",
            "X12 835 balancing");
    public static final Edit M226 = Edit.of(
            "M-226",
            WARN,
            CROSS,
            "A reversal or adjustment is about a claim of which no earlier version is in this file or in the books.",
            "Send the original, or correct the original claim id.",
            "X12 837 REF*F8");
    public static final Edit M227 = Edit.of(
            "M-227",
            WARN,
            CROSS,
            "A reversal takes back a claim of which no version stands any more.",
            "Check whether it was taken back twice; the row was taken as it is.",
            "X12 835 CLP02 = 22");
    public static final Edit M228 = Edit.of(
            "M-228",
            WARN,
            CROSS,
            "A reversal's plan paid is not the negated amount of the version that it takes back.",
            "Reverse the whole version, and send the new amount as an adjustment.",
            "X12 835 CLP02 = 22");
    public static final Edit M229 = Edit.of(
            "M-229",
            WARN,
            CROSS,
            "Another claim was paid for the same member, provider, day, procedure, units and charge.",
            "Check whether the service was paid twice.",
            "CARC 18");
    public static final Edit P307 = Edit.of(
            "P-307",
            WARN,
            CROSS,
            "The reversal's billing is neither in this file nor in the books.",
            "Send the billing, or correct the original claim id.",
            "NCPDP B2");
    public static final Edit P308 = Edit.of(
            "P-308",
            WARN,
            CROSS,
            "The prescription was reversed twice, or billed twice without a reversal between.",
            "Check whether it was paid or taken back twice.",
            "NCPDP reject 83, 87");
    public static final Edit P314 = Edit.of(
            "P-314",
            WARN,
            CROSS,
            "The member has no pharmacy coverage on the service date.",
            "Check the service date, or correct the coverage.",
            "NCPDP reject 65, 67, 68, 69");

    private Edits() {}

    /** All of them, in the order of the files' life. */
    public static List<Edit> all() {
        return List.of(
                F001, F002, F003, F004, F005, F006, F007, F008, F009, F010, F011, F012, F013, F014, F015, F016, F017,
                F018, F019, F020, F021, F022, F023, F025, F026, F027, G001, G002, G003, G004, G005, E102, E105, E119,
                P300, E109, E110, E111, E112, E113, E116, E117, E120, M201, M202, M205, M206, M207, M210, M214, M221,
                M226, M227, M228, M229, P307, P308, P314);
    }
}
