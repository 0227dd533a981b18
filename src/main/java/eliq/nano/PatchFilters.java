package eliq.nano;

import eliq.backbone.PreparedImage;
import eliq.tensor.Safetensors;
import eliq.tensor.SafetensorsWriter;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The patch embedding, which no training moves ({@link eliq.backbone.TrainingMode.AfterFirstBlock}): a two-dimensional cosine basis (luma at all frequencies, two colour
 * differences at low ones), each filter scaled so that its answers on sound pictures have the same spread, but
 * for the lowest frequencies, which have more. Random filters
 * would answer almost only to low frequencies, since pictures' power falls with frequency, and noise and compression
 * would be drowned in what the layer norm lets through.
 */
final class PatchFilters {

    private static final String WEIGHT = "model.visual.patch_embed.proj.weight";
    private static final String BIAS = "model.visual.patch_embed.proj.bias";
    private static final double SPREAD = 0.5;

    /** How much more the lowest frequencies of an axis weigh than all others, the lowest first. */
    private static final double[] LOW_WEIGHTS = {
        4, 2.5, 2.5, 1.8, 1.8, 1.8, 1.5, 1.5, 1.5, 1.5, 1.25, 1.25, 1.25, 1.25, 1.25
    };

    private static final double LEAST_SPREAD = 0.02;
    private static final String FIRST_UP = "model.visual.blocks.0.mlp.linear_fc1.weight";
    private static final String FIRST_DOWN = "model.visual.blocks.0.mlp.linear_fc2.weight";
    private static final float GAIN = 3;
    private static final int FILTERS_OF_A_BAND = 8;
    private static final double BAND_SIZE = 3;
    private static final int LOW_LUMA = 36;
    private static final int LOW_COLOUR = 21;
    private static final double[] LUMA = {0.577, 0.577, 0.577};
    private static final double[] RED_GREEN = {0.707, -0.707, 0};
    private static final double[] YELLOW_BLUE = {0.408, 0.408, -0.816};

    private final int side;
    private final int values;

    /** @param side of a patch, in pixels; one frame */
    PatchFilters(int side) {
        this.side = side;
        this.values = 3 * side * side;
    }

    /**
     * Replaces the patch embedding in a weight file.
     *
     * @param hidden width of the vision tower
     * @param pictures sound ones, to measure the spread on
     */
    void install(Path weights, int hidden, List<PreparedImage> pictures) throws TensorException {
        double[][] filters = basis(hidden);
        float[] weight = new float[hidden * values];
        float[] bias = new float[hidden];
        for (int k = 0; k < hidden; k++) {
            double[] moments = moments(filters[k], pictures);
            double scale = weight(k, hidden) * SPREAD / Math.max(LEAST_SPREAD, moments[1]);
            for (int i = 0; i < values; i++) {
                weight[k * values + i] = (float) (scale * filters[k][i]);
            }
            bias[k] = (float) (-scale * moments[0]);
        }
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        try (Safetensors file = Safetensors.open(weights)) {
            for (String name : file.names()) {
                float[] tensor = file.floats(name);
                switch (name) {
                    case WEIGHT -> tensor = weight;
                    case BIAS -> tensor = bias;
                    case FIRST_UP -> rectify(tensor, hidden);
                    case FIRST_DOWN -> gather(tensor, hidden);
                    default -> {}
                }
                tensors.add(new SafetensorsWriter.Tensor(name, file.shape(name), tensor));
            }
        }
        SafetensorsWriter.write(
                weights, tensors, SafetensorsWriter.Precision.F32, Map.of("format", "pt"));
    }

    /** Colour and brightness of a patch count for more than any of its many fine details. */
    private static double weight(int filter, int hidden) {
        int colour = hidden * 15 / 64;
        int ofAxis = filter < 2 * colour ? filter % colour : filter - 2 * colour;
        return ofAxis < LOW_WEIGHTS.length ? LOW_WEIGHTS[ofAxis] : 1;
    }

    /** Two units of the first block's MLP for each filter, of opposite sign: together they answer with its size. */
    private static void rectify(float[] up, int hidden) {
        for (int k = 0; k < hidden; k++) {
            for (int sign = 0; sign < 2; sign++) {
                int unit = 2 * k + sign;
                Arrays.fill(up, unit * hidden, (unit + 1) * hidden, 0);
                up[unit * hidden + k] = sign == 0 ? GAIN : -GAIN;
            }
        }
    }

    /** Adds the mean size of each band of filters into the residual stream, along a direction of the band's own. */
    private static void gather(float[] down, int hidden) {
        int units = down.length / hidden;
        int bands = hidden / FILTERS_OF_A_BAND;
        SplittableRandom random = new SplittableRandom(1);
        double[][] directions = new double[bands][hidden];
        for (double[] direction : directions) {
            for (int i = 0; i < hidden; i++) {
                direction[i] = random.nextGaussian() * BAND_SIZE / Math.sqrt(hidden);
            }
        }
        for (int k = 0; k < hidden; k++) {
            double[] direction = directions[Math.min(bands - 1, k / FILTERS_OF_A_BAND)];
            for (int i = 0; i < hidden; i++) {
                float value = (float) (direction[i] / (GAIN * FILTERS_OF_A_BAND));
                down[i * units + 2 * k] = value;
                down[i * units + 2 * k + 1] = value;
            }
        }
    }

    /** [hidden][values of a patch], of norm 1, in the order of the patches' values. */
    double[][] basis(int hidden) {
        List<double[]> filters = new ArrayList<>();
        int colour = hidden * 15 / 64;
        for (double[] axis : List.of(RED_GREEN, YELLOW_BLUE)) {
            for (int[] frequency : frequencies(LOW_COLOUR, colour)) {
                filters.add(filter(axis, frequency[0], frequency[1]));
            }
        }
        for (int[] frequency : frequencies(LOW_LUMA, hidden - filters.size())) {
            filters.add(filter(LUMA, frequency[0], frequency[1]));
        }
        return filters.toArray(double[][]::new);
    }

    /** The lowest ones, then the rest of {@code count} spread evenly over all higher ones. */
    private List<int[]> frequencies(int low, int count) {
        List<int[]> all = new ArrayList<>();
        for (int sum = 0; sum <= 2 * (side - 1); sum++) {
            for (int u = Math.max(0, sum - side + 1); u <= Math.min(sum, side - 1); u++) {
                all.add(new int[] {u, sum - u});
            }
        }
        List<int[]> chosen = new ArrayList<>(all.subList(0, Math.min(low, count)));
        int spread = count - chosen.size();
        for (int i = 0; i < spread; i++) {
            chosen.add(all.get(low + (int) ((i + 0.5) * (all.size() - low) / spread)));
        }
        return chosen;
    }

    private double[] filter(double[] colour, int u, int v) {
        double[] filter = new double[values];
        double norm = 0;
        for (int i = 0; i < values; i++) {
            int channel = i / (side * side);
            int y = i / side % side;
            int x = i % side;
            filter[i] =
                    colour[channel]
                            * StrictMath.cos(StrictMath.PI * (x + 0.5) * u / side)
                            * StrictMath.cos(StrictMath.PI * (y + 0.5) * v / side);
            norm += filter[i] * filter[i];
        }
        norm = Math.sqrt(norm);
        for (int i = 0; i < values; i++) {
            filter[i] /= norm;
        }
        return filter;
    }

    /** Mean and standard deviation of a filter's answers over all patches. */
    private double[] moments(double[] filter, List<PreparedImage> pictures) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (PreparedImage picture : pictures) {
            byte[] patches = picture.patches();
            for (int start = 0; start < patches.length; start += values) {
                double answer = 0;
                for (int i = 0; i < values; i++) {
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
