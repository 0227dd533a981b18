package eliq.scorer;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import eliq.backbone.BackboneIdentity;
import eliq.critic.Critic;
import eliq.tensor.TensorEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A trained scoring module: embeddings in, scores out. May be used from any thread. Each image is scored by itself, so
 * that its digits do not depend on its company.
 */
public final class Scorer implements AutoCloseable {

    /**
     * @param visual s_vis
     * @param alignment s_ali; without meaning where the embeddings had no prompt
     * @param technicalGate mean of g_tec, 0..1
     * @param aestheticGate mean of g_aes, 0..1
     */
    public record Scores(
            double visual, double alignment, double technicalGate, double aestheticGate) {}

    /**
     * @param visualState what the visual head read: the query's output [d]
     * @param alignmentState likewise; without meaning where the embeddings had no prompt
     */
    record Scored(Scores scores, float[] visualState, float[] alignmentState) {}

    private final TensorEngine engine;
    private final NDManager manager;
    private final QualityNetwork network;
    private final ScorerFolder.Content content;

    private Scorer(TensorEngine engine, ScorerFolder.Content content) {
        this.engine = engine;
        this.content = content;
        this.manager = engine.newScope("scorer " + content.card().name());
        this.network =
                engine.call(
                        () ->
                                new QualityNetwork(
                                        manager,
                                        content.card().hiddenSize(),
                                        content.card().network(),
                                        content.weights(),
                                        DataType.FLOAT32,
                                        false));
    }

    /**
     * @param folder with {@code scorer.json} and {@code scorer.safetensors}
     * @throws ScorerException if it holds no scorer, or a damaged one
     */
    public static Scorer open(Path folder) throws ScorerException {
        return new Scorer(Tensors.engine(), ScorerFolder.read(folder));
    }

    /**
     * What scores by the scorer in a folder name, without opening it.
     *
     * @throws ScorerException if its tensors cannot be read
     */
    public static String identity(Path folder) throws ScorerException {
        return ScorerFolder.identity(folder);
    }

    /**
     * Writes a trained network as a scorer.
     *
     * @param folder made if absent
     * @param card what is to be said of it
     * @param tuples it was trained on; the positives of those it held out become the reference distribution
     */
    public static void save(
            Path folder, ScorerCard card, TrainedNetwork trained, List<EmbeddedTuple> tuples)
            throws ScorerException {
        ScorerFolder.write(
                folder,
                card.withReference(reference(card, trained, tuples)),
                trained.standardisation(),
                trained.weights());
    }

    private static ReferenceDistribution reference(
            ScorerCard card, TrainedNetwork trained, List<EmbeddedTuple> tuples)
            throws ScorerException {
        ScorerFolder.Content content =
                new ScorerFolder.Content(
                        card,
                        trained.standardisation(),
                        trained.weights(),
                        "",
                        Optional.empty(),
                        Optional.empty());
        try (Scorer scorer = new Scorer(Tensors.engine(), content)) {
            List<AspectEmbeddings> positives =
                    ScorerTrainer.heldOut(tuples, trained.training()).stream()
                            .map(EmbeddedTuple::positive)
                            .toList();
            return new ReferenceDistribution(
                    positives.stream().mapToDouble(p -> scorer.score(p).visual()).toArray(),
                    positives.stream()
                            .filter(p -> p.alignment().isPresent())
                            .mapToDouble(p -> scorer.score(p).alignment())
                            .toArray());
        }
    }

    public ScorerCard card() {
        return content.card();
    }

    /** SHA-256 of its tensors: what a stored score names. */
    public String identity() {
        return content.identity();
    }

    /** Of the visual score to a rating scale, where there is one. */
    public Optional<Calibration> visualCalibration() {
        return content.visual();
    }

    /** Of the alignment score to a rating scale, where there is one. */
    public Optional<Calibration> alignmentCalibration() {
        return content.alignment();
    }

    /** Adds calibrations to a scorer on disk; its weights and identity stay as they are. */
    public static void calibrate(
            Path folder, Optional<Calibration> visual, Optional<Calibration> alignment)
            throws ScorerException {
        ScorerFolder.read(folder);
        if (visual.isPresent()) {
            ScorerFolder.writeJson(folder.resolve(ScorerFolder.VISUAL_CALIBRATION), visual.get());
        }
        if (alignment.isPresent()) {
            ScorerFolder.writeJson(
                    folder.resolve(ScorerFolder.ALIGNMENT_CALIBRATION), alignment.get());
        }
    }

    /**
     * @throws ScorerException if this scorer was trained on another backbone, adapter or instruction text
     */
    public void require(Critic critic) throws ScorerException {
        BackboneIdentity trained = card().critic();
        BackboneIdentity given = critic.identity();
        if (trained.weights().equals(given.weights())) {
            return;
        }
        BackboneIdentity trainedBackbone = card().backbone();
        BackboneIdentity givenBackbone = critic.backbone().identity();
        String subject = "the scorer '" + card().name() + "' was trained on ";
        if (trainedBackbone.weights().equals(givenBackbone.weights())) {
            throw new ScorerException(
                    subject
                            + describe(trainedBackbone)
                            + " under other instruction texts; score with the texts in its "
                            + ScorerFolder.CARD
                            + ", or train a scorer for the new ones");
        }
        throw new ScorerException(
                subject
                        + describe(trainedBackbone)
                        + " and cannot read "
                        + describe(givenBackbone)
                        + ": choose the backbone and adapter it was trained on, or train a scorer for this one");
    }

    private static String describe(BackboneIdentity identity) {
        String weights = identity.weights();
        return identity.name()
                + " (weights "
                + weights.substring(0, Math.min(12, weights.length()))
                + ")";
    }

    /**
     * @throws IllegalArgumentException if the embeddings are not as long as the backbone's hidden states
     */
    Scores score(AspectEmbeddings embeddings) {
        return scored(embeddings).scores();
    }

    /** The same with what the heads read. */
    Scored scored(AspectEmbeddings embeddings) {
        if (embeddings.size() != card().hiddenSize()) {
            throw new IllegalArgumentException(
                    "embeddings of "
                            + embeddings.size()
                            + " numbers for a scorer of "
                            + card().hiddenSize());
        }
        return engine.call(
                () -> {
                    try (NDManager scope = network.manager().newSubManager()) {
                        network.lendTo(scope);
                        QualityNetwork.Outputs outputs =
                                network.forward(
                                        Rows.inputs(
                                                scope,
                                                content.standardisation(),
                                                List.of(embeddings),
                                                new boolean[1],
                                                DataType.FLOAT32),
                                        QualityNetwork.Dropout.NONE);
                        return new Scored(
                                new Scores(
                                        outputs.visual().getFloat(0),
                                        outputs.alignment().getFloat(0),
                                        outputs.technicalGate().getFloat(0),
                                        outputs.aestheticGate().getFloat(0)),
                                outputs.visualState().toFloatArray(),
                                outputs.alignmentState().toFloatArray());
                    }
                });
    }

    /** Native arrays that the scorer holds, for telling that scoring adds none. */
    int heldArrays() {
        return engine.call(() -> manager.getManagedArrays().size());
    }

    @Override
    public void close() {
        engine.call(
                () -> {
                    network.close();
                    manager.close();
                    return null;
                });
    }
}
