package eliq.prompts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of writing prompts.
 *
 * @param accepted prompts taken, in the catalogue and in the file
 * @param rejected how many were not taken, by {@link Rejection#key}
 * @param unreadable answers that held no prompt at all
 * @param missing sub-concepts that have fewer prompts than wanted
 * @param requests sent, repeated ones included
 * @param tokens spent
 * @param budgetSpent whether the budget ended the work
 * @param journal the questions with what was taken and what not, a JSON object a line
 */
public record GeneratedPrompts(
        int accepted,
        Map<String, Integer> rejected,
        int unreadable,
        List<Shortfall> missing,
        long requests,
        long tokens,
        boolean budgetSpent,
        Path journal) {
    public GeneratedPrompts {
        rejected = Map.copyOf(rejected);
        missing = List.copyOf(missing);
    }

    /** A sub-concept with too few prompts. */
    public record Shortfall(Category category, String concept, int prompts) {}

    /**
     * One question and what came of it.
     *
     * @param category asked for
     * @param concept sub-concept asked for
     * @param accepted prompts taken
     * @param rejected prompts not taken
     * @param unreadable answers to it that held no prompt
     * @param requests sent so far in all
     * @param tokens spent so far in all
     */
    public record Asked(
            Category category,
            String concept,
            List<Prompt> accepted,
            List<Rejected> rejected,
            int unreadable,
            long requests,
            long tokens) {
        public Asked {
            accepted = List.copyOf(accepted);
            rejected = List.copyOf(rejected);
        }
    }

    /** A prompt that was not taken. */
    public record Rejected(String text, Rejection reason) {}

    /** The questions of a finished job, from its journal. */
    public List<Asked> questions() throws PromptsException {
        return new Journal<>(journal, Asked.class).read();
    }

    /** The prompts taken. */
    public List<Prompt> prompts() throws PromptsException {
        return questions().stream().flatMap(asked -> asked.accepted().stream()).toList();
    }
}
