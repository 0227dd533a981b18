package eliq.demo;

import java.nio.file.Path;
import java.util.Map;

/**
 * @param report the document to look at
 * @param scores CSV of all held-out images
 * @param summary JSON of the main figures
 * @param scorer folder of the trained scorer with its critic
 * @param heldOut main figures by name, as in the summary
 * @param seconds by phase, and {@code total}
 */
public record DemoResult(
        Path report,
        Path scores,
        Path summary,
        Path scorer,
        Map<String, Double> heldOut,
        Map<String, Double> seconds) {

    public DemoResult {
        heldOut = Map.copyOf(heldOut);
        seconds = Map.copyOf(seconds);
    }
}
