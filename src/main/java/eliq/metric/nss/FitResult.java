package eliq.metric.nss;

import java.nio.file.Path;
import java.util.List;

/**
 * @param used how many pictures took part
 * @param samples blocks or pictures that were fitted to
 * @param skipped pictures that did not, each a sentence
 * @param model file
 */
public record FitResult(int used, int samples, List<String> skipped, Path model) {

    public FitResult {
        skipped = List.copyOf(skipped);
    }
}
