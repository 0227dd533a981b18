package eliq.metric;

/** What a metric says of one image: a number, or why there is none. */
public sealed interface MetricScore {

    /**
     * @param value finite; its direction is {@link MetricFacts#lowerIsBetter()}
     */
    record Value(double value) implements MetricScore {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a score is finite, not " + value);
            }
        }
    }

    /**
     * @param reason one sentence for people
     */
    record None(String reason) implements MetricScore {}

    /** A value where the number is finite, else the reason. */
    static MetricScore of(double value, String otherwise) {
        return Double.isFinite(value) ? new Value(value) : new None(otherwise);
    }
}
