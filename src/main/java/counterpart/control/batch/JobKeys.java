package counterpart.control.batch;

import java.time.LocalDate;
import java.util.Map;

/** The identifying parameters of the job instance that a step works for. */
public record JobKeys(Map<String, String> values) {
    public JobKeys {
        values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException when the job has no such key */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the job has no key '" + key + "'");
        }
        return value;
    }

    public LocalDate date(String key) {
        return LocalDate.parse(text(key));
    }
}
