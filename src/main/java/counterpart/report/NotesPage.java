package counterpart.report;

import java.util.List;

/** The page of data notes and definitions, ready to be printed: every string is final. */
public record NotesPage(
        String message, List<String> notes, List<String> rules, String definitionsHead, List<Definition> definitions) {
    /** What a measure counts, over what, and of which month. */
    public record Definition(String title, String numerator, String denominator, String month) {}

    public NotesPage {
        notes = List.copyOf(notes);
        rules = List.copyOf(rules);
        definitions = List.copyOf(definitions);
    }
}
