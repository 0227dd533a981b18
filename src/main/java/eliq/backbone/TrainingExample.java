package eliq.backbone;

import java.util.List;

/**
 * An image and what should be answered about it; the image's tokens are computed once for all questions.
 *
 * @param questions at least one
 */
public record TrainingExample(PreparedImage image, List<Question> questions) {

    public TrainingExample {
        questions = List.copyOf(questions);
    }

    /**
     * @param text the user's turn
     * @param target the assistant's answer; the loss is the mean negative log-likelihood of its tokens given all before
     * @param weight of this question in the loss, 1 as a rule
     */
    public record Question(String text, String target, double weight) {}
}
