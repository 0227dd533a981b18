package eliq.scorer;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scoring network under AdamW (Loshchilov and Hutter 2019): one step at a time, on the engine thread.
 *
 * <p>What a step does depends on the parameters, both moments, the number of steps done and the batch alone.
 */
final class TrainingSteps implements AutoCloseable {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final QualityNetwork network;
    private final Standardisation standardisation;
    private final NetworkSettings shape;
    private final TrainingSettings settings;
    private final Map<String, NDArray> first = new LinkedHashMap<>();
    private final Map<String, NDArray> second = new LinkedHashMap<>();
    private long steps;

    TrainingSteps(
            NDManager parent,
            Standardisation standardisation,
            NetworkSettings shape,
            TrainingSettings settings,
            State start) {
        this.standardisation = standardisation;
        this.shape = shape;
        this.settings = settings;
        this.steps = start.steps();
        this.network =
                new QualityNetwork(
                        parent,
                        standardisation.size(),
                        shape,
                        start.parameters(),
                        DataType.FLOAT32,
                        true);
        network.parameters()
                .keySet()
                .forEach(
                        name -> {
                            first.put(name, moment(start.first(), name));
                            second.put(name, moment(start.second(), name));
                        });
    }

    private NDArray moment(Weights weights, String name) {
        Weights.Weight weight = weights.get(name);
        return network.manager()
                .create(weight.values(), new ai.djl.ndarray.types.Shape(weight.shape()));
    }

    /** All that the next step depends on. */
    record State(Weights parameters, Weights first, Weights second, long steps) {

        static State initial(int hidden, NetworkSettings shape, long seed) {
            Weights parameters = Weights.initial(hidden, shape, seed);
            Map<String, Weights.Weight> zeros = new LinkedHashMap<>();
            parameters
                    .tensors()
                    .forEach(
                            (name, weight) ->
                                    zeros.put(
                                            name,
                                            new Weights.Weight(
                                                    weight.shape(),
                                                    new float[weight.values().length])));
            return new State(parameters, new Weights(zeros), new Weights(zeros), 0);
        }
    }

    State state() {
        return new State(network.weights(), copy(first), copy(second), steps);
    }

    private static Weights copy(Map<String, NDArray> arrays) {
        Map<String, Weights.Weight> tensors = new LinkedHashMap<>();
        arrays.forEach(
                (name, array) ->
                        tensors.put(
                                name,
                                new Weights.Weight(
                                        array.getShape().getShape(), array.toFloatArray())));
        return new Weights(tensors);
    }

    Weights parameters() {
        return network.weights();
    }

    long steps() {
        return steps;
    }

    /**
     * Forward, backward and one update.
     *
     * @return the batch's loss before the update
     * @throws ScorerException if loss or gradient is no longer finite
     */
    double step(RankingTerms batch, double learningRate) throws ScorerException {
        try (NDManager scope = network.manager().newSubManager()) {
            network.lendTo(scope);
            SeededDropout dropout =
                    new SeededDropout(scope, shape.dropout(), settings.seed(), steps);
            double loss;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray value =
                        Rows.loss(
                                scope,
                                batch,
                                network.forward(
                                        Rows.inputs(
                                                scope,
                                                standardisation,
                                                batch.rows(),
                                                batch.withoutPrompt(),
                                                DataType.FLOAT32),
                                        dropout));
                loss = value.getFloat();
                if (!Double.isFinite(loss)) {
                    throw diverged();
                }
                collector.backward(value);
            }
            steps++;
            update(scope, learningRate);
            return loss;
        }
    }

    private ScorerException diverged() {
        return new ScorerException(
                "training diverged at step "
                        + steps
                        + ": the loss is no longer a number; lower the learning rate (now "
                        + settings.learningRate()
                        + ") and train again");
    }

    private void update(NDManager scope, double learningRate) throws ScorerException {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        double squares = 0;
        for (Map.Entry<String, NDArray> each : network.parameters().entrySet()) {
            NDArray gradient = each.getValue().getGradient();
            gradients.put(each.getKey(), gradient);
            squares += gradient.square().sum().getFloat();
        }
        double norm = Math.sqrt(squares);
        if (!Double.isFinite(norm)) {
            throw diverged();
        }
        double scale = Math.min(1, settings.maximumNorm() / (norm + 1e-12));
        double bias1 = 1 - Math.pow(BETA_1, steps);
        double bias2 = 1 - Math.pow(BETA_2, steps);
        gradients.forEach(
                (name, gradient) -> {
                    NDArray parameter = network.parameters().get(name);
                    NDArray clipped = gradient.mul(scale);
                    NDArray m = first.get(name).muli(BETA_1);
                    m.addi(clipped.mul(1 - BETA_1));
                    NDArray v = second.get(name).muli(BETA_2);
                    v.addi(clipped.square().mul(1 - BETA_2));
                    if (Weights.decays(name, parameter.getShape().getShape())) {
                        parameter.muli(1 - learningRate * settings.weightDecay());
                    }
                    NDArray denominator = scoped(scope, v).div(bias2).sqrt().add(EPSILON);
                    parameter.subi(scoped(scope, m).mul(learningRate / bias1).div(denominator));
                    gradient.muli(0);
                });
    }

    /** A copy that belongs to the scope, so that nothing computed from it stays with the model. */
    private static NDArray scoped(NDManager scope, NDArray array) {
        NDArray copy = array.duplicate();
        copy.attach(scope);
        return copy;
    }

    /** Scores as they now are, dropout off; many rows are taken in portions. */
    RowScores scores(List<AspectEmbeddings> rows, boolean[] withoutPrompt) {
        double[] visual = new double[rows.size()];
        double[] alignment = new double[rows.size()];
        int portion = 256;
        for (int from = 0; from < rows.size(); from += portion) {
            int to = Math.min(rows.size(), from + portion);
            boolean[] without = java.util.Arrays.copyOfRange(withoutPrompt, from, to);
            try (NDManager scope = network.manager().newSubManager()) {
                network.lendTo(scope);
                QualityNetwork.Outputs outputs =
                        network.forward(
                                Rows.inputs(
                                        scope,
                                        standardisation,
                                        rows.subList(from, to),
                                        without,
                                        DataType.FLOAT32),
                                QualityNetwork.Dropout.NONE);
                float[] visuals = outputs.visual().toFloatArray();
                float[] alignments = outputs.alignment().toFloatArray();
                for (int i = 0; i < to - from; i++) {
                    visual[from + i] = visuals[i];
                    alignment[from + i] = alignments[i];
                }
            }
        }
        return new RowScores(visual, alignment);
    }

    @Override
    public void close() {
        network.close();
    }
}
