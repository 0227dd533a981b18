package eliq.benchmark;

import java.util.Arrays;
import java.util.Comparator;

/** Keeps the chance of any false finding among several tests (Holm 1979). */
public final class Holm {
    private Holm() {}

    /**
     * p-values corrected for how many there are.
     *
     * @param p values 0..1; NaN stands for a test that could not be made, and does not count
     * @return in the same order, at most 1
     */
    public static double[] adjusted(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        int tests = (int) Arrays.stream(p).filter(v -> !Double.isNaN(v)).count();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int i = order[rank];
            largest = Math.max(largest, Math.min(1, (tests - rank) * p[i]));
            adjusted[i] = Double.isNaN(p[i]) ? Double.NaN : largest;
        }
        return adjusted;
    }
}
