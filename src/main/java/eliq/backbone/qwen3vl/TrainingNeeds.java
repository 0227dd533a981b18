package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.MemoryNeeds;
import eliq.backbone.Numerics;
import eliq.backbone.TrainingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How much memory a training takes, before it is started. */
public final class TrainingNeeds {
    /** Measured: a started program with the tokenizer and libtorch, without a model. */
    private static final long PROGRAM = 450_000_000;

    /** What images are thought to have, where the model does not make them smaller or larger. */
    private static final long PIXELS = 1024 * 1024;

    /** Logits, their softmax and its slope. */
    private static final int LOGIT_COPIES = 3;

    private TrainingNeeds() {}

    /**
     * @param directory with {@code config.json} and {@code preprocessor_config.json}; no weights are read
     * @param twice whether layers are computed twice to save memory; always so where the base is not float32
     * @param batch images of a pass
     * @param questions about each
     */
    public static MemoryNeeds of(
            Path directory,
            TrainingMode mode,
            Numerics numerics,
            boolean twice,
            int batch,
            int questions)
            throws BackboneException {
        Qwen3VlConfig config = Qwen3VlConfig.read(directory);
        PreprocessorConfig images = PreprocessorConfig.read(directory);
        long pixels = Math.clamp(PIXELS, images.minPixels(), images.maxPixels());
        long patches = pixels / ((long) images.patch() * images.patch());
        return of(config, mode, numerics, twice, new Pass(patches, batch, questions));
    }

    /** What goes through the model at once: images of so many patches, with so many questions each. */
    record Pass(long patches, int images, int questions) {}

    static MemoryNeeds of(
            Qwen3VlConfig config, TrainingMode mode, Numerics numerics, boolean twice, Pass pass) {
        boolean byLayer = twice || !numerics.equals(Numerics.FLOAT32);
        boolean vision = TrainableModel.trainsVision(mode);
        long one = TrainingBatches.bytes(pass.patches(), pass.questions(), config, vision, byLayer);
        long logits =
                (long) LOGIT_COPIES * pass.questions() * config.text().vocabulary() * Float.BYTES;
        long part = Math.max(one, Math.min(TrainingBatches.PART_BYTES, pass.images() * one));
        long adapters = mode instanceof TrainingMode.Lora lora ? adapters(config, lora) : 0;
        long moved = mode instanceof TrainingMode.Lora ? adapters : moved(config, vision);
        // The gradient and two moments; beside them the gradients of one pass, or of what is
        // largest.
        long fresh = byLayer ? largest(config, mode, adapters) : moved + shared(config, mode);
        return new MemoryNeeds(
                PROGRAM,
                LoadingNeeds.of(config, Path.of("")).weights(numerics),
                adapters + 3 * moved + fresh,
                part
                        + logits * Math.max(1, part / Math.max(1, one))
                        + (numerics.widens() ? widened(config) : 0));
    }

    /** The largest matrix in float32, and the one before it, which the allocator has not given back yet. */
    private static long widened(Qwen3VlConfig config) {
        Set<TensorNames.Expected> all = new LinkedHashSet<>(TensorNames.text(config));
        all.addAll(TensorNames.vision(config.vision()));
        return 2
                * all.stream()
                        .filter(tensor -> tensor.shape()[0] != config.text().vocabulary())
                        .mapToLong(TrainingNeeds::bytes)
                        .max()
                        .orElseThrow();
    }

    private static long moved(Qwen3VlConfig config, boolean vision) {
        Set<TensorNames.Expected> all = new LinkedHashSet<>(TensorNames.text(config));
        if (vision) {
            all.addAll(TensorNames.vision(config.vision()));
        }
        return all.stream().mapToLong(TrainingNeeds::bytes).sum();
    }

    private static long adapters(Qwen3VlConfig config, TrainingMode.Lora lora) {
        List<TensorNames.Expected> text = TensorNames.text(config);
        return lora.rank()
                * text.stream()
                        .filter(tensor -> lora.targets().stream().anyMatch(t -> isOf(tensor, t)))
                        .mapToLong(tensor -> Float.BYTES * Arrays.stream(tensor.shape()).sum())
                        .sum();
    }

    private static boolean isOf(TensorNames.Expected tensor, String target) {
        return tensor.name().endsWith("." + target + ".weight");
    }

    /** Gradients that exist at once where layers are computed one by one. */
    private static long largest(Qwen3VlConfig config, TrainingMode mode, long adapters) {
        if (mode instanceof TrainingMode.Lora) {
            return adapters / config.text().layers();
        }
        return TensorNames.text(config).stream()
                .mapToLong(TrainingNeeds::bytes)
                .max()
                .orElseThrow();
    }

    /** Where the head is the embedding, its gradient's two parts and their sum exist at once. */
    private static long shared(Qwen3VlConfig config, TrainingMode mode) {
        boolean apart = mode instanceof TrainingMode.Lora || !config.tiedHead();
        return apart ? 0 : 2 * bytes(TensorNames.text(config).getFirst());
    }

    private static long bytes(TensorNames.Expected tensor) {
        return Float.BYTES * Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b);
    }
}
