package eliq.scorer;

import eliq.backbone.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to score with what.
 *
 * @param images files, in the order in which they are to be scored
 * @param prompt one for all images
 * @param prompts a CSV file with an image and a prompt column; where neither says anything, the text file beside an image
 *     and the image's own metadata are asked
 * @param scorer folder of the scorer
 * @param critic that it was trained on; absent: the one that its card names
 * @param precision what to keep the critic's weights in
 */
public record ScoreImagesParameters(
        List<Path> images,
        Optional<String> prompt,
        Optional<Path> prompts,
        Path scorer,
        Optional<CriticChoice> critic,
        Precision precision) {

    public ScoreImagesParameters {
        images = List.copyOf(images);
    }

    /** With the precision that suits the critic and the machine. */
    public ScoreImagesParameters(
            List<Path> images,
            Optional<String> prompt,
            Optional<Path> prompts,
            Path scorer,
            Optional<CriticChoice> critic) {
        this(images, prompt, prompts, scorer, critic, Precision.AUTO);
    }
}
