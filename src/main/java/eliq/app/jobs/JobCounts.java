package eliq.app.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.app.words.Amounts;
import java.util.List;
import java.util.stream.Collectors;

/** What a job that is done did, in counts: {@code 4 tuples, 24 negatives}. */
final class JobCounts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 3;

    /**
     * A count that results of jobs have.
     *
     * @param field of the result
     * @param one its words after 1
     * @param many its words after any other number
     */
    private record Counted(String field, String one, String many) {
        Counted(String word) {
            this(word, word, word);
        }

        String words(long number) {
            return Amounts.format("%,d %s", number, number == 1 ? one : many);
        }
    }

    // The work first, what went wrong last.
    private static final List<Counted> COUNTED =
            List.of(
                    new Counted("added"),
                    new Counted("known", "known before", "known before"),
                    new Counted("tuples", "tuple", "tuples"),
                    new Counted("negatives", "negative", "negatives"),
                    new Counted("steps", "step", "steps"),
                    new Counted("trainingImages", "training image", "training images"),
                    new Counted("scored"),
                    new Counted("measured"),
                    new Counted("listed", "image in the set", "images in the set"),
                    new Counted("found"),
                    new Counted("files", "file", "files"),
                    new Counted("skipped"),
                    new Counted("failed"));

    private JobCounts() {}

    /**
     * Counts of a result; empty where it has none.
     *
     * @param result JSON object
     */
    static String of(String result) {
        try {
            JsonNode all = JSON.readTree(result);
            return COUNTED.stream()
                    .filter(each -> all.path(each.field()).isIntegralNumber())
                    .filter(each -> all.path(each.field()).asLong() > 0)
                    .limit(MOST)
                    .map(each -> each.words(all.path(each.field()).asLong()))
                    .collect(Collectors.joining(", "));
        } catch (JsonProcessingException noResult) {
            return "";
        }
    }
}
