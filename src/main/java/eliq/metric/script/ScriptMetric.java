package eliq.metric.script;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricException;
import eliq.metric.MetricFacts;
import eliq.metric.MetricScore;
import eliq.metric.ParameterFile;
import eliq.metric.PillowBicubic;
import eliq.tensor.DeviceMemory;
import eliq.tensor.ScriptModule;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A metric that is a TorchScript module. */
final class ScriptMetric implements ImageMetric {
    /** A convolutional net's first maps take some ten times what the picture takes. */
    private static final int HEADROOM = 16;

    private final ScriptCard card;
    private final String parameters;
    private final TensorEngine engine;
    private final NDManager manager;
    private final ScriptModule module;
    private final Optional<HuggingFaceTokenizer> tokenizer;

    private ScriptMetric(
            ScriptCard card,
            String parameters,
            TensorEngine engine,
            NDManager manager,
            ScriptModule module,
            Optional<HuggingFaceTokenizer> tokenizer) {
        this.card = card;
        this.parameters = parameters;
        this.engine = engine;
        this.manager = manager;
        this.module = module;
        this.tokenizer = tokenizer;
    }

    /**
     * Loads a module.
     *
     * @param tokenizer file that its card's text asks for
     */
    static ScriptMetric open(ScriptCard card, Path module, Path tokenizer) throws MetricException {
        try {
            ScriptModule.check(module);
            Optional<HuggingFaceTokenizer> words =
                    card.context().isPresent()
                            ? Optional.of(tokenizer(tokenizer, card.context().getAsInt()))
                            : Optional.empty();
            String identity = ParameterFile.identity(module);
            TensorEngine engine = TensorEngine.shared();
            NDManager manager = engine.newScope("script-metric");
            try {
                ScriptModule loaded = engine.call(() -> ScriptModule.load(manager, module));
                return new ScriptMetric(card, identity, engine, manager, loaded, words);
            } catch (TensorException e) {
                engine.call(
                        () -> {
                            manager.close();
                            return null;
                        });
                throw e;
            }
        } catch (TensorException e) {
            throw new MetricException(e.getMessage(), e);
        }
    }

    private static HuggingFaceTokenizer tokenizer(Path file, int context) throws MetricException {
        if (!Files.isRegularFile(file)) {
            throw new MetricException(
                    file + " is missing: the card's text asks for the module's tokenizer");
        }
        if (System.getProperty("OPT_OUT_TRACKING") == null) {
            System.setProperty("OPT_OUT_TRACKING", "true");
        }
        if (System.getProperty("RUST_FLAVOR") == null) {
            System.setProperty("RUST_FLAVOR", "cpu");
        }
        try {
            return HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(Files.readAllBytes(file)),
                    Map.of(
                            "truncation",
                            "true",
                            "padding",
                            "max_length",
                            "maxLength",
                            Integer.toString(context)));
        } catch (IOException | RuntimeException e) {
            throw new MetricException(
                    file + ": is not a tokenizer that can be read: " + e.getMessage(), e);
        }
    }

    @Override
    public MetricFacts facts() {
        return card.facts();
    }

    @Override
    public String parameters() {
        return parameters;
    }

    @Override
    public MetricScore score(Pixels image, Optional<String> prompt) {
        if (facts().needsPrompt() && prompt.filter(text -> !text.isBlank()).isEmpty()) {
            return new MetricScore.None(
                    facts().title() + " scores an image for a text, and there is none");
        }
        Optional<String> refusal = card.refusal(image.width(), image.height());
        if (refusal.isPresent()) {
            return new MetricScore.None(refusal.get());
        }
        Pixels fitted = fitted(image);
        float[] values = values(fitted);
        long[] ids = tokenizer.map(t -> ids(t, prompt.orElse(""))).orElse(new long[0]);
        try {
            DeviceMemory.require(
                    (long) values.length * Float.BYTES * HEADROOM, facts().title() + ": ");
            double value = engine.call(() -> run(values, fitted.width(), fitted.height(), ids));
            return MetricScore.of(value, "the module gives " + value);
        } catch (TensorException e) {
            return new MetricScore.None(e.getMessage());
        }
    }

    private static long[] ids(HuggingFaceTokenizer tokenizer, String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return tokenizer.encode(whole).getIds();
    }

    private double run(float[] values, int width, int height, long[] ids) throws TensorException {
        try (NDManager scope = manager.newSubManager()) {
            List<NDArray> inputs = new ArrayList<>();
            inputs.add(scope.create(FloatBuffer.wrap(values), new Shape(1, 3, height, width)));
            if (ids.length > 0) {
                inputs.add(scope.create(ids, new Shape(1, ids.length)));
            }
            NDList results = module.forward(scope, inputs);
            if (results.isEmpty() || results.head().size() != 1) {
                throw new TensorException(
                        facts().name()
                                + ": the module gives "
                                + (results.isEmpty()
                                        ? "nothing"
                                        : "a tensor of shape " + results.head().getShape())
                                + ", where one number is expected");
            }
            return switch (results.head().getDataType()) {
                case FLOAT32 -> results.head().toFloatArray()[0];
                case FLOAT64 -> results.head().toDoubleArray()[0];
                default ->
                        throw new TensorException(
                                facts().name()
                                        + ": the module gives a number of type "
                                        + results.head().getDataType()
                                        + "; float32 or float64 is expected");
            };
        }
    }

    private Pixels fitted(Pixels image) {
        return switch (card.size()) {
            case ScriptCard.Size.Any() -> image;
            case ScriptCard.Size.Stretched(int width, int height) ->
                    PillowBicubic.resize(image, width, height);
            case ScriptCard.Size.Cut(int side) -> {
                int shorter = Math.min(image.width(), image.height());
                int width = (int) ((long) side * image.width() / shorter);
                int height = (int) ((long) side * image.height() / shorter);
                yield middle(PillowBicubic.resize(image, width, height), side);
            }
        };
    }

    private static Pixels middle(Pixels image, int side) {
        int left = (image.width() - side) / 2;
        int top = (image.height() - side) / 2;
        byte[] rgb = new byte[3 * side * side];
        for (int y = 0; y < side; y++) {
            int from = 3 * ((top + y) * image.width() + left);
            System.arraycopy(image.rgb(), from, rgb, 3 * y * side, 3 * side);
        }
        return new Pixels(side, side, rgb);
    }

    /** [3, height, width]. */
    private float[] values(Pixels image) {
        int pixels = image.width() * image.height();
        float[] values = new float[Math.multiplyExact(3, pixels)];
        byte[] rgb = image.rgb();
        for (int channel = 0; channel < 3; channel++) {
            float[] table = new float[256];
            for (int i = 0; i < 256; i++) {
                double value = card.lowest() + (card.highest() - card.lowest()) * i / 255;
                table[i] = (float) ((value - card.mean()[channel]) / card.deviation()[channel]);
            }
            for (int i = 0; i < pixels; i++) {
                values[channel * pixels + i] = table[rgb[3 * i + channel] & 0xFF];
            }
        }
        return values;
    }

    @Override
    public void close() {
        engine.call(
                () -> {
                    module.close();
                    manager.close();
                    return null;
                });
        tokenizer.ifPresent(HuggingFaceTokenizer::close);
    }
}
