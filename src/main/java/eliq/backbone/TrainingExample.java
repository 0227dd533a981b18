package eliq.backbone;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * An image and what should be answered about it; the image's tokens are computed once for all questions.
 *
 * @param image states only where the vision tower is not trained
 * @param questions at least one
 * @param sightings what single image tokens show, where that is known
 */
public record TrainingExample(
        TrainingImage image, List<Question> questions, List<Sighting> sightings) {

    public TrainingExample {
        questions = List.copyOf(questions);
        sightings = List.copyOf(sightings);
    }

    /** An image of which nothing but the answers is known. */
    public TrainingExample(TrainingImage image, List<Question> questions) {
        this(image, questions, List.of());
    }

    /** Weights of the questions' losses, then of foretold words' in the order of their questions. */
    public double[] weights() {
        return DoubleStream.concat(
                        questions.stream().mapToDouble(Question::weight),
                        questions.stream()
                                .flatMap(question -> question.foretold().stream())
                                .mapToDouble(Foretold::weight))
                .toArray();
    }

    /**
     * @param text the user's turn
     * @param answer the assistant's, part by part; the loss is the mean negative log-likelihood of the tokens of its
     *     asked parts given all before
     * @param weight of this question in the loss, 1 as a rule
     * @param foretold words of the text that are to be predicted as well
     */
    public record Question(
            String text, List<Part> answer, double weight, Optional<Foretold> foretold) {

        public Question {
            answer = List.copyOf(answer);
            foretold.ifPresent(words -> words.quote().within(text));
        }

        /** A question of whose text nothing is to be predicted. */
        public Question(String text, List<Part> answer, double weight) {
            this(text, answer, weight, Optional.empty());
        }

        /** A question whose whole answer is asked for. */
        public Question(String text, String target, double weight) {
            this(text, List.of(new Part(target, true)), weight);
        }

        /** The whole answer. */
        public String target() {
            return answer.stream().map(Part::text).collect(Collectors.joining());
        }
    }

    /**
     * A stretch of a question's own text that is true of the image: what it says next has to be predicted from the image
     * and what stands before. The loss is the mean negative log-likelihood of its tokens.
     *
     * @param quote where it stands in the text
     * @param weight in the loss
     */
    public record Foretold(Quote quote, double weight) {}

    /**
     * A part of an answer.
     *
     * @param text begins with the space that parts it from what stands before
     * @param asked whether it has to be predicted; else it is only read
     */
    public record Part(String text, boolean asked) {}

    /**
     * What one image token shows, in a word. The loss is the negative log-likelihood of the word's first token, read from
     * the vision tower's output by the language head: image tokens come to speak the words' own language before the text
     * model sees them.
     *
     * @param token of the merged image tokens, row by row from the top left
     * @param word with the space that stands before it in a sentence
     * @param weight in the loss
     */
    public record Sighting(int token, String word, double weight) {}
}
