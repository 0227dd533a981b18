package eliq.metric.clip;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.image.Pixels;
import eliq.metric.MetricException;
import eliq.metric.PillowBicubic;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * From a picture to what a CLIP model takes: resized by Pillow's bicubic, cut or filled to a square, normalised.
 *
 * @param side of the square, in pixels
 * @param mean of each channel, 0..1
 * @param deviation of each channel
 * @param rounding how the centre of an odd remainder is found
 */
record ClipPreparation(int side, double[] mean, double[] deviation, Rounding rounding) {
    private static final double[] CLIP_MEAN = {0.48145466, 0.4578275, 0.40821073};
    private static final double[] CLIP_DEVIATION = {0.26862954, 0.26130258, 0.27577711};

    /** Where the cut begins when an odd number of pixels is left over. */
    enum Rounding {
        /** Towards the upper left: Hugging Face transformers. */
        DOWN,
        /** To the even one: torchvision, which open_clip uses. */
        EVEN
    }

    /** How a picture that is not square becomes one. */
    enum Fit {
        /** The shorter side fits, the middle of the longer one is kept: CLIP, PickScore. */
        CUT,
        /** The longer side fits, black beside the shorter one: HPS v2. */
        FILL
    }

    /** As the model's folder says; CLIP's own values where it says nothing. */
    static ClipPreparation read(Path folder, ClipConfig config) throws MetricException {
        boolean open = config.layout() == ClipConfig.Layout.OPEN_CLIP;
        Path file = folder.resolve(open ? ClipConfig.OPEN_CLIP_FILE : "preprocessor_config.json");
        Rounding rounding = open ? Rounding.EVEN : Rounding.DOWN;
        if (!Files.isRegularFile(file)) {
            return new ClipPreparation(config.image(), CLIP_MEAN, CLIP_DEVIATION, rounding);
        }
        JsonNode root = ClipConfig.json(file);
        if (open) {
            JsonNode part = root.path("preprocess_cfg");
            return new ClipPreparation(
                    config.image(),
                    three(file, part, "mean", CLIP_MEAN),
                    three(file, part, "std", CLIP_DEVIATION),
                    rounding);
        }
        checkResizing(file, root, config.image());
        return new ClipPreparation(
                config.image(),
                three(file, root, "image_mean", CLIP_MEAN),
                three(file, root, "image_std", CLIP_DEVIATION),
                rounding);
    }

    private static void checkResizing(Path file, JsonNode root, int side) throws MetricException {
        JsonNode size = root.path("size");
        int shortest = size.isInt() ? size.asInt() : size.path("shortest_edge").asInt(side);
        JsonNode crop = root.path("crop_size");
        int cut = crop.isInt() ? crop.asInt() : crop.path("height").asInt(side);
        boolean usual =
                shortest == side
                        && cut == side
                        && root.path("resample").asInt(3) == 3
                        && root.path("do_center_crop").asBoolean(true)
                        && root.path("do_normalize").asBoolean(true);
        if (!usual) {
            throw new MetricException(
                    file
                            + ": asks for another preparation than the shorter side to "
                            + side
                            + " pixels by bicubic resizing, a cut from the centre and normalising;"
                            + " only that can be done here");
        }
    }

    private static double[] three(Path file, JsonNode node, String name, double[] standard)
            throws MetricException {
        JsonNode values = node.path(name);
        if (values.isMissingNode() || values.isNull()) {
            return standard;
        }
        if (!values.isArray() || values.size() != 3) {
            throw new MetricException(file + ", " + name + ": three numbers are expected");
        }
        double[] three = new double[3];
        for (int i = 0; i < 3; i++) {
            three[i] = values.get(i).asDouble(Double.NaN);
            if (!Double.isFinite(three[i])) {
                throw new MetricException(file + ", " + name + ": three numbers are expected");
            }
        }
        return three;
    }

    /** [3, side, side]. */
    float[] prepare(Pixels image, Fit fit) {
        return switch (fit) {
            case CUT -> cut(image);
            case FILL -> fill(image);
        };
    }

    private float[] cut(Pixels image) {
        int shorter = Math.min(image.width(), image.height());
        int width = (int) ((long) side * image.width() / shorter);
        int height = (int) ((long) side * image.height() / shorter);
        Pixels resized = PillowBicubic.resize(image, width, height);
        return normalised(resized, -start(width), -start(height));
    }

    private int start(int length) {
        int rest = length - side;
        return rounding == Rounding.DOWN ? rest / 2 : (int) Math.rint(rest / 2.0);
    }

    private float[] fill(Pixels image) {
        double scale = (double) side / Math.max(image.width(), image.height());
        int width = Math.max(1, (int) Math.rint(image.width() * scale));
        int height = Math.max(1, (int) Math.rint(image.height() * scale));
        Pixels resized = PillowBicubic.resize(image, width, height);
        return normalised(resized, (side - width) / 2, (side - height) / 2);
    }

    /** The picture with its upper left corner at a place of the square; black where it does not reach. */
    private float[] normalised(Pixels image, int left, int top) {
        float[] square = new float[3 * side * side];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    boolean inside =
                            x >= left
                                    && x - left < image.width()
                                    && y >= top
                                    && y - top < image.height();
                    int value = inside ? image.at(x - left, y - top, channel) : 0;
                    square[(channel * side + y) * side + x] =
                            (float) ((value / 255.0 - mean[channel]) / deviation[channel]);
                }
            }
        }
        return square;
    }
}
