package eliq.nano;

import eliq.critic.CriticException;
import eliq.critic.TrainingOutcome;
import eliq.critic.TrainingSettings;
import eliq.critic.ValidationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The model card that goes with a trained model: what it is, how it came about, what it scored, what it cannot do. */
final class NanoCard {

    private static final String LIMITS =
            """
            ## Limits

            - It has seen nothing but the built-in painter's scenes and artificial textures. What it says of photographs
              or of other generators' images is about visible technical defects at best; its aesthetic and alignment
              answers there are not to be relied on.
            - It knows the painter's vocabulary (about 120 things, 28 places, 12 colours). A prompt about anything else
              is answered at random.
            - Images are reduced to about %d x %d pixels before it looks: faint noise and mild compression of large
              images are gone by then.
            - Counts above two and small things beside large ones are often misjudged.
            - It is for learning the workflow and for tests. Research uses Qwen3-VL.
            """;

    private NanoCard() {}

    /** Writes {@code README.md} beside the weights. */
    static void write(Path model, NanoSettings settings, TrainingOutcome outcome)
            throws CriticException {
        try {
            Files.writeString(model.resolve("README.md"), text(model, settings, outcome));
        } catch (IOException e) {
            throw new CriticException(
                    "the model card cannot be written to " + model + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path model, NanoSettings settings, TrainingOutcome outcome)
            throws IOException {
        NanoShape shape = settings.shape();
        double megabytes = Files.size(model.resolve("model.safetensors")) / 1e6;
        int side = (int) Math.round(Math.sqrt(shape.pixels()));
        StringBuilder card = new StringBuilder();
        card.append(
                String.format(
                        Locale.ROOT,
                        """
                        # eliq-nano

                        A very small Qwen3-VL (dense architecture, %.1f million parameters, bfloat16, %.1f MB), trained
                        from nothing by this project's own trainer. It is the default backbone of ELIQ Workbench: it lets
                        the whole method run on a machine without a GPU or a download.

                        ## How it came about

                        `eliq train nano` retrains it: %s; AdamW, seed %d; %.1f pictures a second on
                        the machine that made it. Its pictures are scenes
                        of the built-in painter, sound and degraded, and dead-leaves textures; its prompts come from the
                        painter's grammar, with seeds from %#x on that nothing else uses. A tenth of all prompts (by
                        hash) and every prompt of the shipped bank were never trained on. No photograph and no human
                        rating was used.

                        """,
                        megabytes / 2,
                        megabytes,
                        legs(settings, outcome),
                        settings.seed(),
                        outcome.examplesPerSecond(),
                        NanoPrompts.FIRST_SEED));
        outcome.validation().ifPresent(result -> card.append(table(result, settings)));
        card.append(LIMITS.formatted(side, side));
        return card.toString();
    }

    private static String legs(NanoSettings settings, TrainingOutcome outcome) {
        List<String> legs = new ArrayList<>();
        for (int i = 0; i < settings.legs().size(); i++) {
            TrainingSettings leg = settings.legs().get(i).training();
            int steps =
                    i == settings.legs().size() - 1
                            ? outcome.step()
                            : leg.length()
                                    .steps(
                                            settings.legs().get(i).mix().pictures(),
                                            leg.examplesPerStep());
            legs.add(
                    String.format(
                            Locale.ROOT,
                            "%s%s%d steps of %d pictures with a peak rate of %s%s",
                            settings.legs().get(i).afresh() ? "a new text model; " : "",
                            settings.legs().get(i).naming().map(NanoCard::naming).orElse(""),
                            steps,
                            leg.examplesPerStep(),
                            leg.learningRate().peak(),
                            settings.legs().get(i).kept()
                                    ? ", the vision tower but for its mergers standing still"
                                    : ""));
        }
        return String.join("; then ", legs);
    }

    private static String naming(NanoSettings.Naming naming) {
        return String.format(
                Locale.ROOT,
                "names for the image tokens of %d scenes, taught to the main merger alone in %d steps; ",
                naming.scenes(),
                naming.steps());
    }

    private static String table(ValidationResult result, NanoSettings settings) {
        StringBuilder table = new StringBuilder();
        table.append(
                String.format(
                        Locale.ROOT,
                        """
                        ## On held-out prompts

                        %d scenes whose prompts and seeds were never trained on. *Right*: share of answers (low or high)
                        that are right. *Ordered*: share of negatives that got a lower probability of `high` than the
                        sound picture (or the true prompt) of the same scene.

                        | aspect | negatives | answers | right | pairs | ordered |
                        |---|---|---|---|---|---|
                        """,
                        settings.validationScenes()));
        for (ValidationResult.Score score : result.scores()) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %d | %.3f | %d | %.3f |%n",
                            score.aspect().key(),
                            score.operation().isEmpty()
                                    ? "all, and the positives"
                                    : score.family() + ": " + score.operation(),
                            score.answers(),
                            score.accuracy(),
                            score.pairs(),
                            score.pairAccuracy()));
        }
        return table.append('\n').toString();
    }
}
