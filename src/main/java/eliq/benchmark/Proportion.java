package eliq.benchmark;

/**
 * A share counted in a sample, such as pair accuracy, with its Wilson score interval (Wilson 1927).
 *
 * @param successes may be a half where a tie counts as one
 * @param total number of trials
 */
public record Proportion(double successes, long total) {

    private static final double Z_95 = 1.959963984540054;

    public Proportion {
        if (total < 0 || !(successes >= 0 && successes <= total)) {
            throw new IllegalArgumentException(successes + " successes of " + total + " trials");
        }
    }

    /** Pairs that are in the right order; a tie counts as half. */
    public static Proportion ofPairs(double[] better, double[] worse) {
        if (better.length != worse.length) {
            throw new IllegalArgumentException(
                    "pairs with sides of different length: "
                            + better.length
                            + " and "
                            + worse.length);
        }
        double right = 0;
        for (int i = 0; i < better.length; i++) {
            right += better[i] > worse[i] ? 1 : better[i] == worse[i] ? 0.5 : 0;
        }
        return new Proportion(right, better.length);
    }

    /** 0..1; NaN where there are no trials. */
    public double value() {
        return total == 0 ? Double.NaN : successes / total;
    }

    /** Lower end of the 95% interval; NaN where there are no trials. */
    public double lower() {
        return total == 0 ? Double.NaN : Math.max(0, centre() - halfWidth());
    }

    /** Upper end of the 95% interval; NaN where there are no trials. */
    public double upper() {
        return total == 0 ? Double.NaN : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (value() + Z_95 * Z_95 / (2 * total)) / (1 + Z_95 * Z_95 / total);
    }

    private double halfWidth() {
        double p = value();
        return Z_95
                / (1 + Z_95 * Z_95 / total)
                * Math.sqrt(p * (1 - p) / total + Z_95 * Z_95 / (4.0 * total * total));
    }
}
