package counterpart.operate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an act says of itself: sentences as they come, or one JSON object with them at its end. */
final class Saying {
    private final PrintWriter out;
    private final boolean json;
    private final List<String> sentences = new ArrayList<>();

    Saying(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void say(String sentence) {
        if (sentence.isEmpty()) {
            return;
        }
        if (json) {
            sentences.add(sentence);
        } else {
            out.println(sentence);
        }
    }

    /** Ends what is said, also when it ends badly; answers the exit code. */
    int end(Map<String, ? extends @Nullable Object> facts, int exitCode) {
        if (json) {
            Map<String, @Nullable Object> content = new LinkedHashMap<>(facts);
            content.put("sentences", sentences);
            content.put("exitCode", exitCode);
            out.println(Json.text("act", content));
        }
        return exitCode;
    }
}
