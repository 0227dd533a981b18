package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.catalog.Aspect;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A frozen backbone and the instructions it is asked with: reads each aspect of an image. The three aspects share one
 * vision pass and one prefill.
 */
public final class Critic implements AutoCloseable {
    private final Backbone backbone;
    private final Instructions instructions;

    /**
     * @param backbone with its adapter, where it was tuned; closed with this
     * @param instructions it was tuned on
     */
    public Critic(Backbone backbone, Instructions instructions) {
        this.backbone = backbone;
        this.instructions = instructions;
    }

    /** An image to judge and its prompt, if it has one. */
    public record Question(PreparedImage image, Optional<String> prompt) {}

    public Backbone backbone() {
        return backbone;
    }

    public Instructions instructions() {
        return instructions;
    }

    /** Which critic it is: the weights, the adapter and the instruction texts. A scorer is valid for one identity. */
    public BackboneIdentity identity() {
        BackboneIdentity base = backbone.identity();
        String both = base.weights() + " " + instructions.hash();
        return new BackboneIdentity(
                base.name(), ContentHash.of(both.getBytes(StandardCharsets.UTF_8)).hex());
    }

    /** Prepares an image; on any thread. */
    public PreparedImage prepare(Pixels image) throws BackboneException {
        return backbone.prepare(image);
    }

    /** Reads one image. */
    public AspectReadings read(PreparedImage image, Optional<String> prompt)
            throws BackboneException {
        return read(List.of(new Question(image, prompt))).getFirst();
    }

    /** Reads several images in one forward pass; the numbers are those of each alone. */
    public List<AspectReadings> read(List<Question> batch) throws BackboneException {
        List<ImageQuestions> questions = new ArrayList<>();
        for (Question q : batch) {
            List<String> texts = new ArrayList<>();
            for (Aspect aspect : Aspect.values()) {
                instructions.text(aspect, q.prompt()).ifPresent(texts::add);
            }
            questions.add(new ImageQuestions(q.image(), texts));
        }
        List<List<Reading>> readings = backbone.read(questions);
        List<AspectReadings> result = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            result.add(readings(batch.get(i), readings.get(i)));
        }
        return result;
    }

    private static AspectReadings readings(Question question, List<Reading> inOrder) {
        boolean prompted = question.prompt().filter(p -> !p.isBlank()).isPresent();
        Optional<Reading> third =
                inOrder.size() > 2 ? Optional.of(inOrder.get(2)) : Optional.empty();
        return new AspectReadings(
                inOrder.get(0),
                inOrder.get(1),
                prompted ? third : Optional.empty(),
                prompted ? Optional.empty() : third);
    }

    @Override
    public void close() {
        backbone.close();
    }
}
