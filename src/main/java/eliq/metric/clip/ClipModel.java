package eliq.metric.clip;

import eliq.image.Pixels;
import eliq.metric.MetricException;
import eliq.metric.ParameterFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A CLIP checkpoint: features of pictures and texts. May be used from several threads. */
public final class ClipModel implements AutoCloseable {
    /** Texts whose features are kept: a data set has many images of one prompt. */
    private static final int REMEMBERED = 256;

    private final ClipNetwork network;
    private final ClipTokenizer tokenizer;
    private final ClipPreparation preparation;
    private final String identity;
    private final Map<String, double[]> texts =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, double[]> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    private ClipModel(
            ClipNetwork network,
            ClipTokenizer tokenizer,
            ClipPreparation preparation,
            String identity) {
        this.network = network;
        this.tokenizer = tokenizer;
        this.preparation = preparation;
        this.identity = identity;
    }

    /**
     * Loads a folder in the layout of Hugging Face transformers or of open_clip, with a tokenizer.json.
     *
     * @throws MetricException saying which file or tensor is missing or wrong
     */
    public static ClipModel open(Path folder) throws MetricException {
        ClipConfig config = ClipConfig.read(folder);
        ClipPreparation preparation = ClipPreparation.read(folder, config);
        ClipTokenizer tokenizer = ClipTokenizer.read(folder, config.context());
        try {
            return new ClipModel(
                    ClipNetwork.open(folder, config),
                    tokenizer,
                    preparation,
                    identity(folder, config));
        } catch (MetricException | RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    private static String identity(Path folder, ClipConfig config) throws MetricException {
        Path weights =
                folder.resolve(
                        config.layout() == ClipConfig.Layout.OPEN_CLIP
                                ? ClipConfig.OPEN_CLIP_WEIGHTS
                                : "model.safetensors");
        Path one =
                weights.toFile().isFile()
                        ? weights
                        : folder.resolve("model.safetensors.index.json");
        return folder.getFileName() + "/" + ParameterFile.identity(one);
    }

    /** The folder's and the weight file's name, and the first digits of the file's SHA-256. */
    String identity() {
        return identity;
    }

    /** What the model multiplies a cosine with before its softmax. */
    double logitScale() {
        return network.logitScale();
    }

    /** A picture's features, of length 1. */
    double[] image(Pixels image, ClipPreparation.Fit fit) throws MetricException {
        return network.image(preparation.prepare(image, fit));
    }

    /** A text's features, of length 1; what goes beyond the model's context is cut off. */
    double[] text(String text) throws MetricException {
        double[] known = texts.get(text);
        if (known != null) {
            return known;
        }
        double[] features = network.text(tokenizer.encode(text));
        texts.put(text, features);
        return features;
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
