package eliq.demo;

import eliq.backbone.TrainingMode;
import eliq.critic.TrainingLength;
import eliq.scorer.NetworkSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that decides how the demo goes.
 *
 * @param own the user's images; absent: scenes are painted
 * @param backbone folder of the model that is tuned: eliq-nano as a rule
 * @param output folder for report, scores, summary and the trained scorer
 * @param seed of everything: prompts, pictures, split, training
 * @param promptsPerCategory scenes of each of the seven categories, where they are painted
 * @param heldOutShare of the prompts that no training sees
 * @param strengths degradations of each held-out image that its score is ranked against, 5 or more
 * @param adapter what is tuned of the backbone
 * @param critic settings of stage 1
 * @param network shape of the scorer
 * @param scorer settings of stage 2
 */
public record DemoParameters(
        Optional<OwnImages> own,
        Path backbone,
        Path output,
        long seed,
        int promptsPerCategory,
        double heldOutShare,
        int strengths,
        TrainingMode adapter,
        eliq.critic.TrainingSettings critic,
        NetworkSettings network,
        eliq.scorer.TrainingSettings scorer) {

    private static final int OWN_EPOCHS = 5;

    /**
     * @param folder whose images are the positives
     * @param prompts a CSV file with an image and a prompt column; else the text file beside an image and its metadata
     *     are asked
     */
    public record OwnImages(Path folder, Optional<Path> prompts) {}

    public DemoParameters {
        require(promptsPerCategory >= 2, "promptsPerCategory must be 2 or more");
        require(heldOutShare > 0 && heldOutShare < 1, "heldOutShare must lie between 0 and 1");
        require(strengths >= 5, "strengths must be 5 or more");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("demo: " + message);
        }
    }

    /** The demo as it comes: a few minutes on two cores. */
    public static DemoParameters of(Path backbone, Path output) {
        return new DemoParameters(
                Optional.empty(),
                backbone,
                output,
                2026,
                10,
                0.28,
                6,
                new TrainingMode.Lora(8, 16, 0, TrainingMode.Lora.ALL_TEXT_LINEAR),
                eliq.critic.TrainingSettings.LORA
                        .withLength(new TrainingLength.Epochs(2))
                        .withBatch(10, 1)
                        .withPeak(1e-3),
                NetworkSettings.DEFAULT,
                eliq.scorer.TrainingSettings.DEFAULT);
    }

    /** The same on the user's images, which eliq-nano knows less well than the painter's: it looks at them more often. */
    public DemoParameters with(OwnImages images) {
        return new DemoParameters(
                Optional.of(images),
                backbone,
                output,
                seed,
                promptsPerCategory,
                heldOutShare,
                strengths,
                adapter,
                critic.withLength(new TrainingLength.Epochs(OWN_EPOCHS)),
                network,
                scorer);
    }
}
