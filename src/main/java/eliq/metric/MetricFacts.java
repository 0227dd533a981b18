package eliq.metric;

/**
 * What is known of a metric before it is opened.
 *
 * @param name as pyiqa calls it where it has the metric: {@code niqe}, {@code ilniqe}, {@code brisque}, {@code clipscore}
 * @param title for people: {@code IL-NIQE}
 * @param lowerIsBetter the direction of its scores
 * @param needsPrompt whether it scores an image for a text, and has no score without one
 * @param source the publication, or who made it
 */
public record MetricFacts(
        String name, String title, boolean lowerIsBetter, boolean needsPrompt, String source) {

    public MetricFacts {
        if (!name.matches("[a-z0-9][a-z0-9._+-]*")) {
            throw new IllegalArgumentException(
                    "'"
                            + name
                            + "' is no metric name: small letters, digits, . _ + - are, as in clip-iqa");
        }
    }
}
