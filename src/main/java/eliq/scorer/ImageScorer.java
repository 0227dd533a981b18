package eliq.scorer;

import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.critic.AspectReadings;
import eliq.critic.BackboneLoader;
import eliq.critic.Critic;
import eliq.image.Pixels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Scores pictures: a critic reads the aspects, a scorer trained on that critic turns them into scores. */
public final class ImageScorer implements AutoCloseable {
    private final Critic critic;
    private final Scorer scorer;

    /**
     * @param critic closed with this
     * @param scorer closed with this
     * @throws ScorerException if the scorer was trained on another critic; both are then still open
     */
    public ImageScorer(Critic critic, Scorer scorer) throws ScorerException {
        scorer.require(critic);
        this.critic = critic;
        this.scorer = scorer;
    }

    /**
     * Opens a scorer with its critic.
     *
     * @param folder of the scorer
     * @param critic that it was trained on; absent: it is looked for in the scorer's folder {@code critic}, where it was
     *     in training, beside the scorer, and among the models that come with the program
     */
    public static ImageScorer open(
            Path folder, Optional<CriticChoice> critic, BackboneLoader loader)
            throws ScorerException {
        Scorer scorer = Scorer.open(folder);
        try {
            CriticChoice choice =
                    critic.isPresent()
                            ? critic.get()
                            : new CriticSearch(folder, scorer.card()).find();
            Critic opened = choice.withInstructions(scorer.card().instructions()).open(loader);
            try {
                return new ImageScorer(opened, scorer);
            } catch (ScorerException e) {
                opened.close();
                throw e;
            }
        } catch (ScorerException e) {
            scorer.close();
            throw e;
        }
    }

    public Critic critic() {
        return critic;
    }

    public Scorer scorer() {
        return scorer;
    }

    /**
     * Scores one picture.
     *
     * @param prompt it was made for; blank counts as none
     * @throws ScorerException if the backbone cannot take the picture
     */
    public ImageScore score(Pixels image, Optional<String> prompt) throws ScorerException {
        return score(prepare(image), prompt);
    }

    /** Resizes and cuts; may run on any thread, beside the scoring of another picture. */
    public PreparedImage prepare(Pixels image) throws ScorerException {
        try {
            return critic.prepare(image);
        } catch (BackboneException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    /** Scores one prepared picture; the same digits whatever is scored before, after or beside it. */
    public ImageScore score(PreparedImage image, Optional<String> prompt) throws ScorerException {
        try {
            return score(critic.read(image, prompt.filter(p -> !p.isBlank())));
        } catch (BackboneException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    /** How many pictures are best scored at once. */
    public int sideBySide() {
        return critic.backbone().sideBySide();
    }

    /** Scores several prepared pictures side by side; the same digits as each alone. */
    public List<ImageScore> score(List<Critic.Question> images) throws ScorerException {
        List<Critic.Question> asked =
                images.stream()
                        .map(
                                image ->
                                        new Critic.Question(
                                                image.image(),
                                                image.prompt().filter(p -> !p.isBlank())))
                        .toList();
        try {
            return critic.readApart(asked).stream().map(this::score).toList();
        } catch (BackboneException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    /** The score of one prepared picture with what the heads read: the features of weak supervision. */
    public Judgement judge(PreparedImage image, Optional<String> prompt) throws ScorerException {
        try {
            AspectReadings readings = critic.read(image, prompt.filter(p -> !p.isBlank()));
            Scorer.Scored scored = scorer.scored(ReadTuple.embeddings(readings));
            return new Judgement(
                    score(readings, scored.scores()),
                    scored.visualState(),
                    readings.alignment().map(r -> scored.alignmentState()));
        } catch (BackboneException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    /** The score that follows from readings made by this critic. */
    public ImageScore score(AspectReadings readings) {
        return score(readings, scorer.score(ReadTuple.embeddings(readings)));
    }

    private static ImageScore score(AspectReadings readings, Scorer.Scores scores) {
        boolean prompted = readings.alignment().isPresent();
        return new ImageScore(
                scores.visual(),
                prompted ? OptionalDouble.of(scores.alignment()) : OptionalDouble.empty(),
                readings.technical().highOfPair(),
                readings.aesthetic().highOfPair(),
                readings.alignment()
                        .map(r -> OptionalDouble.of(r.highOfPair()))
                        .orElseGet(OptionalDouble::empty),
                scores.technicalGate(),
                scores.aestheticGate());
    }

    @Override
    public void close() {
        scorer.close();
        critic.close();
    }
}
