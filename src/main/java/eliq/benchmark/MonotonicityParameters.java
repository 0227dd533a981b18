package eliq.benchmark;

import eliq.scorer.CriticChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Images to degrade and who is to judge them.
 *
 * @param images files
 * @param scorer folder of a scorer; absent: none
 * @param critic that it reads with; absent: the one it was trained on
 * @param metrics names of baselines
 * @param operations keys of the degradations
 * @param steps strengths above 0
 * @param seed of the degradations
 */
public record MonotonicityParameters(
        List<Path> images,
        Optional<Path> scorer,
        Optional<CriticChoice> critic,
        List<String> metrics,
        List<String> operations,
        int steps,
        long seed) {
    public MonotonicityParameters {
        images = images.stream().map(i -> i.toAbsolutePath().normalize()).toList();
        metrics = List.copyOf(metrics);
        operations = List.copyOf(operations);
        if (steps < 2 || steps > 50) {
            throw new IllegalArgumentException("2 to 50 strengths, not " + steps);
        }
    }
}
