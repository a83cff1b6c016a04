package counterpart.partner.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The places that repeated columns have in a row, as a record's {@code each} lists them. */
final class Places {
    /** A record without {@code each} has one place, in which nothing is filled in. */
    static final Place ONLY = new Place(Map.of());

    /** One place: what stands for each name in braces. */
    record Place(Map<String, String> texts) {
        Place {
            texts = Map.copyOf(texts);
        }

        /** The text with the names of the lists replaced; other names in braces stay. */
        String fill(String text) {
            String filled = text;
            for (Map.Entry<String, String> entry : texts.entrySet()) {
                filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
            }
            return filled;
        }
    }

    private Places() {}

    /** At least one; lists of different length, which are told elsewhere, end at the shortest. */
    static List<Place> of(Block record) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        record.block("each").ifPresent(each -> each.keys().forEach(name -> lists.put(name, each.texts(name))));
        int length = lists.values().stream().mapToInt(List::size).min().orElse(0);
        if (length == 0) {
            return List.of(ONLY);
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> list : lists.entrySet()) {
                texts.put(list.getKey(), list.getValue().get(i));
            }
            places.add(new Place(texts));
        }
        return places;
    }
}
