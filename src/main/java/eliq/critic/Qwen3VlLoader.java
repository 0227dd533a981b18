package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.BackboneTraining;
import eliq.backbone.MemoryNeeds;
import eliq.backbone.Numerics;
import eliq.backbone.Precision;
import eliq.backbone.TrainingMode;
import eliq.backbone.qwen3vl.Qwen3Vl;
import eliq.backbone.qwen3vl.Qwen3VlTraining;
import eliq.backbone.qwen3vl.TrainingNeeds;
import eliq.tensor.ProductSpeeds;
import java.nio.file.Path;
import java.util.Optional;

/** Opens dense Qwen3-VL models, eliq-nano among them. */
public final class Qwen3VlLoader implements BackboneLoader {
    private final Precision.Speeds speeds;
    private final Precision precision;
    private final boolean checkpointing;

    /** In float32. */
    public Qwen3VlLoader() {
        this(
                () -> {
                    throw new IllegalStateException("float32 needs no measurement");
                },
                Precision.FLOAT32,
                false);
    }

    /**
     * @param speeds of this machine, which decide on 16-bit products
     */
    public Qwen3VlLoader(Precision.Speeds speeds) {
        this(speeds, Precision.AUTO, false);
    }

    private Qwen3VlLoader(Precision.Speeds speeds, Precision precision, boolean checkpointing) {
        this.speeds = speeds;
        this.precision = precision;
        this.checkpointing = checkpointing;
    }

    @Override
    public BackboneLoader with(Precision other, boolean checkpoint) {
        return new Qwen3VlLoader(speeds, other, checkpoint);
    }

    @Override
    public Backbone open(Path directory, Optional<Path> adapter) throws BackboneException {
        return Qwen3Vl.open(directory, adapter, numerics(directory));
    }

    @Override
    public BackboneIdentity identity(Path directory) throws BackboneException {
        return Qwen3Vl.identity(directory, Optional.empty());
    }

    @Override
    public BackboneTraining openForTraining(Path directory, TrainingMode mode, long seed)
            throws BackboneException {
        Numerics numerics = full(mode) ? Numerics.FLOAT32 : numerics(directory);
        return Qwen3VlTraining.open(
                directory, Optional.empty(), mode, seed, numerics, checkpointing);
    }

    @Override
    public Optional<MemoryNeeds> trainingMemory(
            Path directory, TrainingMode mode, int batch, int questions) throws BackboneException {
        // Speeds decide on products only, which take no more memory than is counted for float32.
        Numerics numerics =
                full(mode)
                        ? Numerics.FLOAT32
                        : Qwen3Vl.numerics(directory, precision, () -> new ProductSpeeds(1, 0, 0));
        return Optional.of(
                TrainingNeeds.of(directory, mode, numerics, checkpointing, batch, questions));
    }

    private boolean full(TrainingMode mode) {
        return mode instanceof TrainingMode.FullParameter && precision == Precision.AUTO;
    }

    private Numerics numerics(Path directory) throws BackboneException {
        return Qwen3Vl.numerics(directory, precision, speeds);
    }
}
