package eliq.metric.nss;

/** The 18 features that NIQE takes of a block of normalised values. */
final class SceneStatistics {
    static final int FEATURES = 18;

    /** (down, right) of the neighbours whose products are looked at. */
    private static final int[][] SHIFTS = {{0, 1}, {1, 0}, {1, 1}, {1, -1}};

    private SceneStatistics() {}

    /**
     * Shape and scale of the values, then shape, mean and both scales of the products with the neighbour in four
     * directions. NaN where one side of zero has no value.
     *
     * @param features takes them from {@code at} on
     */
    static void of(
            Plane plane,
            int left,
            int top,
            int size,
            SignedMoments moments,
            ShapeTable table,
            double[] features,
            int at) {
        moments.of(plane, left, top, size, size);
        symmetric(moments, table, features, at);
        for (int i = 0; i < SHIFTS.length; i++) {
            moments.ofProducts(plane, left, top, size, size, SHIFTS[i][0], SHIFTS[i][1]);
            int shape = moments.shape(table);
            double leftScale = moments.leftDeviation() * table.scale(shape);
            double rightScale = moments.rightDeviation() * table.scale(shape);
            int to = at + 2 + 4 * i;
            features[to] = table.shape(shape);
            features[to + 1] = (rightScale - leftScale) * table.lever(shape);
            features[to + 2] = leftScale;
            features[to + 3] = rightScale;
        }
    }

    /** Shape, and the mean of both scales. */
    static void symmetric(SignedMoments moments, ShapeTable table, double[] features, int at) {
        int shape = moments.shape(table);
        features[at] = table.shape(shape);
        features[at + 1] =
                (moments.leftDeviation() * table.scale(shape)
                                + moments.rightDeviation() * table.scale(shape))
                        / 2;
    }
}
