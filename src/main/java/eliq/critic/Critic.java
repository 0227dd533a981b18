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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A frozen backbone and the instructions it is asked with: reads each aspect of an image. The three aspects share one
 * vision pass and one prefill.
 */
public final class Critic implements AutoCloseable {
    private final Backbone backbone;
    private final Instructions instructions;
    private final WordsUnseen unseen;

    /**
     * @param backbone with its adapter, where it was tuned; closed with this
     * @param instructions it was tuned on
     */
    public Critic(Backbone backbone, Instructions instructions) {
        this.backbone = backbone;
        this.instructions = instructions;
        this.unseen = new WordsUnseen(backbone, instructions);
    }

    /**
     * Opens the critic in a folder.
     *
     * @param backbone where the model it was tuned from now is; empty for where it was
     */
    public static Critic open(Path directory, Optional<Path> backbone, BackboneLoader loader)
            throws CriticException {
        CriticCard card = CriticCard.read(directory);
        CriticCard found = backbone.map(card::withBackbone).orElse(card);
        if (card.adapter() && !Files.isDirectory(found.backbone())) {
            throw new CriticException(
                    "the critic "
                            + directory
                            + " rests on the model "
                            + found.backbone()
                            + ", which is not there; say where it is now");
        }
        try {
            Critic critic = open(directory, found, loader);
            if (!critic.identity().weights().equals(card.identity())) {
                critic.close();
                throw new CriticException(
                        "the critic "
                                + directory
                                + " was tuned from another model than the one in "
                                + found.backbone()
                                + ", or its files were changed since; give it its own model, or"
                                + " train it again");
            }
            return critic;
        } catch (BackboneException e) {
            throw new CriticException(
                    "the critic " + directory + " cannot be opened: " + e.getMessage(), e);
        }
    }

    static Critic open(Path directory, CriticCard card, BackboneLoader loader)
            throws BackboneException {
        Backbone backbone =
                card.adapter()
                        ? loader.open(card.backbone(), Optional.of(directory))
                        : loader.open(directory, Optional.empty());
        return new Critic(backbone, card.instructions());
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

    /**
     * What an image does for the words of its prompt: mean over the prompt's tokens of log p(token | image) - log p(token | an
     * empty image), in nats.
     *
     * @param text an alignment text
     * @param reading of the image under it, made by this critic's backbone with the text's prompt quoted
     * @return absent where the prompt was not read
     */
    public OptionalDouble wordGain(String text, Reading reading) throws BackboneException {
        return reading.words().length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(unseen.gain(text, reading.words()));
    }

    /** Reads several images in one forward pass; the numbers are those of each alone, but for the last digits. */
    public List<AspectReadings> read(List<Question> batch) throws BackboneException {
        return readings(batch, backbone.read(questions(batch)));
    }

    /** Reads several images side by side; the numbers are those of each alone. */
    public List<AspectReadings> readApart(List<Question> images) throws BackboneException {
        return readings(images, backbone.readApart(questions(images)));
    }

    private List<ImageQuestions> questions(List<Question> batch) {
        List<ImageQuestions> questions = new ArrayList<>();
        for (Question q : batch) {
            List<String> texts = new ArrayList<>();
            for (Aspect aspect : Aspect.values()) {
                instructions.text(aspect, q.prompt()).ifPresent(texts::add);
            }
            questions.add(new ImageQuestions(q.image(), texts, instructions.quotes(texts)));
        }
        return questions;
    }

    private List<AspectReadings> readings(List<Question> batch, List<List<Reading>> readings)
            throws BackboneException {
        List<AspectReadings> result = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            result.add(readings(batch.get(i), readings.get(i)));
        }
        return result;
    }

    private AspectReadings readings(Question question, List<Reading> inOrder)
            throws BackboneException {
        boolean prompted = question.prompt().filter(p -> !p.isBlank()).isPresent();
        Optional<Reading> third =
                inOrder.size() > 2 ? Optional.of(inOrder.get(2)) : Optional.empty();
        OptionalDouble wordGain = OptionalDouble.empty();
        if (prompted && third.isPresent()) {
            String text = instructions.text(Aspect.ALIGNMENT, question.prompt()).orElseThrow();
            wordGain = wordGain(text, third.get());
        }
        return new AspectReadings(
                inOrder.get(0),
                inOrder.get(1),
                prompted ? third : Optional.empty(),
                prompted ? Optional.empty() : third,
                wordGain);
    }

    @Override
    public void close() {
        backbone.close();
    }
}
