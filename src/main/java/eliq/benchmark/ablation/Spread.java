package eliq.benchmark.ablation;

/**
 * The same figure of several runs.
 *
 * @param mean over the runs
 * @param deviation standard deviation over the runs, with n - 1; 0 for a single run
 * @param runs how many
 */
public record Spread(double mean, double deviation, int runs) {

    static Spread of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
        return new Spread(mean, deviation, values.length);
    }
}
