package eliq.pairs.degrade;

/** How a strength becomes a parameter. */
final class Schedule {
    private Schedule() {}

    /** @throws IllegalArgumentException unless 0 <= strength <= 1 */
    static double check(double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("a strength lies in 0..1, not " + strength);
        }
        return strength;
    }

    /** Straight from the value at strength 0 to the value at strength 1. */
    static double linear(double strength, double atZero, double atOne) {
        return atZero + (atOne - atZero) * check(strength);
    }

    /** Equal ratios for equal steps of strength; both ends positive. */
    static double geometric(double strength, double atZero, double atOne) {
        return atZero * StrictMath.pow(atOne / atZero, check(strength));
    }
}
