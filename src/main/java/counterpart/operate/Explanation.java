package counterpart.operate;

import java.util.List;

/**
 * Why something is as it is. No row's values.
 *
 * @param what how it stands
 * @param cause why
 * @param consequence what follows when nobody does anything
 * @param next commands to give, or whom to ask; the first is the usual one
 */
record Explanation(String subject, String what, String cause, String consequence, List<String> next) {
    Explanation {
        next = List.copyOf(next);
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
        return new Answer(
                "explanation",
                Json.object("subject", subject, "what", what, "cause", cause, "consequence", consequence, "next", next),
                text.toString());
    }
}
