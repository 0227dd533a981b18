package eliq.prompts;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of labelling.
 *
 * @param certain prompts whose categories nobody need look at again
 * @param uncertain the others
 * @param byModel prompts that a language model labelled, of both
 * @param requests sent to it
 * @param tokens spent on it
 * @param budgetSpent whether the budget ended the asking
 * @param labels the labels, a JSON object a line, in the order of the prompts
 */
public record LabelledPrompts(
        int certain,
        int uncertain,
        int byModel,
        long requests,
        long tokens,
        boolean budgetSpent,
        Path labels) {

    /** A prompt and its labels. */
    public record Labelled(String prompt, CategoryLabels labels) {}

    /** The labels from their file. */
    public List<Labelled> read() throws PromptsException {
        return new Journal<>(labels, Labelled.class).read();
    }
}
