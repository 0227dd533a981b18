package eliq.scorer;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import eliq.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training leaves: plain data, to be saved or scored with.
 *
 * @param weights of the epoch with the best validation
 * @param history all epochs
 */
public record TrainedNetwork(
        Standardisation standardisation,
        NetworkSettings network,
        TrainingSettings training,
        Weights weights,
        List<Epoch> history) {

    private static final int PORTION = 256;

    public TrainedNetwork {
        history = List.copyOf(history);
    }

    /**
     * Scores many embeddings together: faster than a {@link Scorer}, equal to it up to rounding.
     *
     * @throws ScorerException if the engine cannot be started
     */
    public List<Scorer.Scores> scores(List<AspectEmbeddings> rows) throws ScorerException {
        TensorEngine engine = Tensors.engine();
        return engine.call(
                () -> {
                    try (NDManager scope = engine.newScope("scoring together");
                            QualityNetwork trained =
                                    new QualityNetwork(
                                            scope,
                                            standardisation.size(),
                                            network,
                                            weights,
                                            DataType.FLOAT32,
                                            false)) {
                        List<Scorer.Scores> scores = new ArrayList<>();
                        for (int from = 0; from < rows.size(); from += PORTION) {
                            int to = Math.min(rows.size(), from + PORTION);
                            add(trained, rows.subList(from, to), scores);
                        }
                        return scores;
                    }
                });
    }

    private void add(
            QualityNetwork trained, List<AspectEmbeddings> rows, List<Scorer.Scores> scores) {
        try (NDManager step = trained.manager().newSubManager()) {
            trained.lendTo(step);
            QualityNetwork.Outputs outputs =
                    trained.forward(
                            Rows.inputs(
                                    step,
                                    standardisation,
                                    rows,
                                    new boolean[rows.size()],
                                    DataType.FLOAT32),
                            QualityNetwork.Dropout.NONE);
            float[] visual = outputs.visual().toFloatArray();
            float[] alignment = outputs.alignment().toFloatArray();
            float[] technicalGate = outputs.technicalGate().toFloatArray();
            float[] aestheticGate = outputs.aestheticGate().toFloatArray();
            for (int i = 0; i < rows.size(); i++) {
                scores.add(
                        new Scorer.Scores(
                                visual[i], alignment[i], technicalGate[i], aestheticGate[i]));
            }
        }
    }

    /** The epoch whose weights these are. */
    public Epoch bestEpoch() {
        return Epoch.best(history, training.selection());
    }
}
