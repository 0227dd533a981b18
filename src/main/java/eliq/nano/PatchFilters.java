package eliq.nano;

import eliq.backbone.PreparedImage;
import eliq.tensor.Safetensors;
import eliq.tensor.SafetensorsWriter;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The patch embedding that training starts from: a two-dimensional cosine basis (luma at all frequencies, two colour
 * differences at low ones), each filter scaled so that its answers on sound pictures have the same spread. Random filters
 * would answer almost only to low frequencies, since pictures' power falls with frequency, and noise and compression
 * would be drowned in what the layer norm lets through.
 */
final class PatchFilters {

    private static final String WEIGHT = "model.visual.patch_embed.proj.weight";
    private static final String BIAS = "model.visual.patch_embed.proj.bias";
    private static final int SIDE = 16;
    private static final int FRAMES = 2;
    private static final int VALUES = 3 * FRAMES * SIDE * SIDE;
    private static final double SPREAD = 0.5;
    private static final double LEAST_SPREAD = 0.004;
    private static final int DENSE_BELOW = 7;
    private static final double[] LUMA = {0.577, 0.577, 0.577};
    private static final double[] RED_GREEN = {0.707, -0.707, 0};
    private static final double[] YELLOW_BLUE = {0.408, 0.408, -0.816};

    private PatchFilters() {}

    /**
     * Replaces the patch embedding in a weight file.
     *
     * @param hidden width of the vision tower
     * @param pictures sound ones, to measure the spread on
     */
    static void install(Path weights, int hidden, List<PreparedImage> pictures)
            throws TensorException {
        double[][] filters = basis(hidden);
        float[] weight = new float[hidden * VALUES];
        float[] bias = new float[hidden];
        for (int k = 0; k < hidden; k++) {
            double[] moments = moments(filters[k], pictures);
            double scale = SPREAD / Math.max(LEAST_SPREAD, moments[1]);
            for (int i = 0; i < VALUES; i++) {
                weight[k * VALUES + i] = (float) (scale * filters[k][i]);
            }
            bias[k] = (float) (-scale * moments[0]);
        }
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        try (Safetensors file = Safetensors.open(weights)) {
            for (String name : file.names()) {
                float[] values =
                        switch (name) {
                            case WEIGHT -> weight;
                            case BIAS -> bias;
                            default -> file.floats(name);
                        };
                tensors.add(new SafetensorsWriter.Tensor(name, file.shape(name), values));
            }
        }
        SafetensorsWriter.write(
                weights, tensors, SafetensorsWriter.Precision.F32, Map.of("format", "pt"));
    }

    /** [hidden][values of a patch], of norm 1, in the order of the patches' values. */
    static double[][] basis(int hidden) {
        List<double[]> filters = new ArrayList<>();
        int chroma = hidden / 7;
        for (double[] colour : List.of(RED_GREEN, YELLOW_BLUE)) {
            for (int[] frequency : frequencies(true).subList(0, chroma)) {
                filters.add(filter(colour, frequency[0], frequency[1]));
            }
        }
        List<int[]> all = frequencies(false);
        int luma = hidden - filters.size();
        for (int i = 0; i < luma; i++) {
            int[] frequency = all.get((int) ((long) i * all.size() / luma));
            filters.add(filter(LUMA, frequency[0], frequency[1]));
        }
        return filters.toArray(double[][]::new);
    }

    /** By rising frequency: all, or every low one and half of the others, in a chessboard's pattern. */
    private static List<int[]> frequencies(boolean all) {
        List<int[]> frequencies = new ArrayList<>();
        for (int sum = 0; sum <= 2 * (SIDE - 1); sum++) {
            for (int u = Math.max(0, sum - SIDE + 1); u <= Math.min(sum, SIDE - 1); u++) {
                if (all || sum < DENSE_BELOW || (u + sum / 2) % 2 == 0) {
                    frequencies.add(new int[] {u, sum - u});
                }
            }
        }
        return frequencies;
    }

    private static double[] filter(double[] colour, int u, int v) {
        double[] filter = new double[VALUES];
        double norm = 0;
        for (int i = 0; i < VALUES; i++) {
            int channel = i / (FRAMES * SIDE * SIDE);
            int y = i / SIDE % SIDE;
            int x = i % SIDE;
            filter[i] =
                    colour[channel]
                            * StrictMath.cos(StrictMath.PI * (x + 0.5) * u / SIDE)
                            * StrictMath.cos(StrictMath.PI * (y + 0.5) * v / SIDE);
            norm += filter[i] * filter[i];
        }
        norm = Math.sqrt(norm);
        for (int i = 0; i < VALUES; i++) {
            filter[i] /= norm;
        }
        return filter;
    }

    /** Mean and standard deviation of a filter's answers over all patches. */
    private static double[] moments(double[] filter, List<PreparedImage> pictures) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (PreparedImage picture : pictures) {
            byte[] patches = picture.patches();
            for (int start = 0; start < patches.length; start += VALUES) {
                double answer = 0;
                for (int i = 0; i < VALUES; i++) {
                    answer += filter[i] * (((patches[start + i] & 0xFF) - 127.5) / 127.5);
                }
                sum += answer;
                squares += answer * answer;
                count++;
            }
        }
        double mean = sum / count;
        return new double[] {mean, Math.sqrt(Math.max(0, squares / count - mean * mean))};
    }
}
