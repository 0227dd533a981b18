package eliq.metric.nss;

/**
 * What IL-NIQE compares a picture's blocks with.
 *
 * @param model of the projected features, of some size k
 * @param centre mean of the features, [468]
 * @param vectors that the features are projected on, [k, 468], one a row
 */
record IlNiqeModel(PristineModel model, double[] centre, double[] vectors) {

    /** A block's features in the space of the model. */
    double[] project(double[] features) {
        int size = model.mean().length;
        double[] centred = new double[centre.length];
        for (int i = 0; i < centre.length; i++) {
            centred[i] = features[i] - centre[i];
        }
        double[] projected = new double[size];
        for (int k = 0; k < size; k++) {
            projected[k] = dot(vectors, k * centre.length, centred);
        }
        return projected;
    }

    private static double dot(double[] all, int from, double[] x) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i + 1 < x.length; i += 2) {
            even += all[from + i] * x[i];
            odd += all[from + i + 1] * x[i + 1];
        }
        return even + odd;
    }
}
