package counterpart.operate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why something is as it is. No row's values.
 *
 * @param what how it stands
 * @param cause why
 * @param consequence what follows when nobody does anything
 * @param next commands to give, or whom to ask; the first is the usual one
 * @param detail what one should see before deciding; none for most
 */
record Explanation(
        String subject,
        String what,
        String cause,
        String consequence,
        List<String> next,
        @Nullable Listing detail) {
    Explanation {
        next = List.copyOf(next);
    }

    Explanation(String subject, String what, String cause, String consequence, List<String> next) {
        this(subject, what, cause, consequence, next, null);
    }

    /** The same with a table below it. */
    Explanation with(Listing table) {
        return new Explanation(subject, what, cause, consequence, next, table);
    }

    Answer answer() {
        StringBuilder text = new StringBuilder()
                .append(what)
                .append("\n\nCause:          ")
                .append(cause)
                .append("\nIf left alone:  ")
                .append(consequence)
                .append('\n');
        for (int i = 0; i < next.size(); i++) {
            text.append(i == 0 ? "Next:           " : "or:             ")
                    .append(next.get(i))
                    .append('\n');
        }
        Map<String, @Nullable Object> json =
                Json.object("subject", subject, "what", what, "cause", cause, "consequence", consequence, "next", next);
        if (detail != null) {
            text.append('\n').append(detail.table());
            json.put("detail", detail.json());
        }
        return new Answer("explanation", json, text.toString());
    }
}
