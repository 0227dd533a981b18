package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import eliq.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QualityNetworkTest {
    private static final int H = 6;
    private static final NetworkSettings SMALL = new NetworkSettings(5, 8, 2, 2, 7, 0);

    /** No parameter keeps a special value, so that none could be left out unnoticed. */
    private static Weights randomWeights(NetworkSettings settings) {
        Random random = new Random(5);
        Map<String, Weights.Weight> tensors = new LinkedHashMap<>();
        Layout.of(H, settings)
                .forEach(
                        (name, shape) -> {
                            float[] values = new float[(int) Weights.count(shape)];
                            for (int i = 0; i < values.length; i++) {
                                values[i] = (float) random.nextGaussian() * 0.5f;
                            }
                            tensors.put(name, new Weights.Weight(shape, values));
                        });
        return new Weights(tensors);
    }

    private static List<AspectEmbeddings> rows(int count) {
        Random random = new Random(7);
        List<AspectEmbeddings> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(
                    new AspectEmbeddings(
                            gaussian(random),
                            gaussian(random),
                            i == 2 ? Optional.empty() : Optional.of(gaussian(random)),
                            new float[] {
                                (float) random.nextGaussian(),
                                (float) random.nextGaussian(),
                                i == 2 ? 0 : (float) random.nextGaussian(),
                                i == 2 ? 0 : (float) random.nextGaussian()
                            }));
        }
        return rows;
    }

    private static float[] gaussian(Random random) {
        float[] values = new float[H];
        for (int i = 0; i < H; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static Standardisation none() {
        float[][] zeros = new float[3][H];
        float[][] ones = new float[3][H];
        for (float[] row : ones) {
            java.util.Arrays.fill(row, 1);
        }
        return new Standardisation(zeros, ones);
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    /** The published network and each variant that it is compared with. */
    static Stream<NetworkSettings> networks() {
        return Stream.of(
                SMALL,
                SMALL.with(CriticEvidence.ODDS),
                SMALL.with(CriticEvidence.ODDS_AND_WORDS),
                SMALL.with(new Fusion.Mean()),
                SMALL.with(new Fusion.Concatenation()),
                SMALL.with(new Head.Perceptron()),
                SMALL.with(new Fusion.Mean()).with(new Head.Perceptron()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theForwardPassIsThatOfTheEquations(NetworkSettings settings) throws Exception {
        List<AspectEmbeddings> rows = rows(4);
        Weights weights = randomWeights(settings);
        ReferenceNetwork reference = new ReferenceNetwork(weights, settings, H);
        TensorEngine engine = TensorEngine.shared();
        engine.call(
                () -> {
                    try (NDManager scope = engine.newScope("test");
                            QualityNetwork network =
                                    new QualityNetwork(
                                            scope, H, settings, weights, DataType.FLOAT64, false);
                            NDManager step = network.manager().newSubManager()) {
                        network.lendTo(step);
                        QualityNetwork.Outputs outputs =
                                network.forward(
                                        Rows.inputs(
                                                step,
                                                none(),
                                                rows,
                                                new boolean[4],
                                                DataType.FLOAT64),
                                        QualityNetwork.Dropout.NONE);
                        for (int i = 0; i < rows.size(); i++) {
                            AspectEmbeddings row = rows.get(i);
                            double[] expected =
                                    reference.score(
                                            wide(row.technical()),
                                            wide(row.aesthetic()),
                                            row.alignment()
                                                    .map(QualityNetworkTest::wide)
                                                    .orElse(null),
                                            row.evidence());
                            assertEquals(expected[0], outputs.visual().getDouble(i), 1e-10);
                            assertEquals(expected[1], outputs.alignment().getDouble(i), 1e-10);
                            assertEquals(expected[2], outputs.technicalGate().getDouble(i), 1e-10);
                            assertEquals(expected[3], outputs.aestheticGate().getDouble(i), 1e-10);
                        }
                    }
                    return null;
                });
    }

    @Test
    void withTheCriticsEvidenceTrainingBeginsWithWhatTheCriticSays() throws Exception {
        NetworkSettings settings = SMALL.with(CriticEvidence.ODDS_AND_WORDS);
        List<AspectEmbeddings> rows = rows(4);
        TensorEngine engine = TensorEngine.shared();
        engine.call(
                () -> {
                    try (NDManager scope = engine.newScope("test");
                            QualityNetwork network =
                                    new QualityNetwork(
                                            scope,
                                            H,
                                            settings,
                                            Weights.initial(H, settings, 3),
                                            DataType.FLOAT64,
                                            false);
                            NDManager step = network.manager().newSubManager()) {
                        network.lendTo(step);
                        QualityNetwork.Outputs outputs =
                                network.forward(
                                        Rows.inputs(
                                                step,
                                                none(),
                                                rows,
                                                new boolean[4],
                                                DataType.FLOAT64),
                                        QualityNetwork.Dropout.NONE);
                        for (int i = 0; i < rows.size(); i++) {
                            float[] said = rows.get(i).evidence();
                            double visual = 0.5 * ((double) said[0] + said[1]);
                            assertEquals(visual, outputs.visual().getDouble(i), 1e-12);
                            double alignment = 0.5 * said[2] + 2.0 * said[3];
                            assertEquals(alignment, outputs.alignment().getDouble(i), 1e-12);
                        }
                    }
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreThoseOfFiniteDifferences(NetworkSettings settings) throws Exception {
        TensorEngine engine = TensorEngine.shared();
        List<EmbeddedTuple> tuples = List.of(tuple(0), tuple(1));
        RankingTerms terms =
                RankingTerms.of(
                        tuples,
                        new boolean[] {false, true},
                        TrainingSettings.DEFAULT,
                        new SplittableRandom(1));
        engine.call(
                () -> {
                    try (NDManager scope = engine.newScope("test");
                            QualityNetwork network =
                                    new QualityNetwork(
                                            scope,
                                            H,
                                            settings,
                                            randomWeights(settings),
                                            DataType.FLOAT64,
                                            true)) {
                        Map<String, double[]> gradients = gradients(network, terms);
                        double largest = 0;
                        for (Map.Entry<String, double[]> each : gradients.entrySet()) {
                            NDArray parameter = network.parameters().get(each.getKey());
                            int last = each.getValue().length - 1;
                            for (int i : new int[] {0, last / 2, last}) {
                                double step = 1e-5;
                                double up = shifted(network, terms, parameter, i, step);
                                double down = shifted(network, terms, parameter, i, -step);
                                double expected = (up - down) / (2 * step);
                                assertEquals(
                                        expected,
                                        each.getValue()[i],
                                        1e-6 * Math.max(1, Math.abs(expected)),
                                        each.getKey() + " [" + i + "]");
                                largest = Math.max(largest, Math.abs(expected));
                            }
                        }
                        assertTrue(largest > 1e-2, "no gradient to compare: " + largest);
                    }
                    return null;
                });
    }

    private static EmbeddedTuple tuple(int index) {
        List<AspectEmbeddings> rows = rows(12).subList(3 + 4 * index, 7 + 4 * index);
        List<EmbeddedTuple.Negative> negatives = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            negatives.add(
                    new EmbeddedTuple.Negative(
                            eliq.catalog.Aspect.values()[i % 3],
                            eliq.catalog.Family.CONVENTIONAL,
                            "op",
                            i / 4.0,
                            rows.get(i)));
        }
        return new EmbeddedTuple("p" + index, rows.getFirst(), negatives);
    }

    private static Map<String, double[]> gradients(QualityNetwork network, RankingTerms terms) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        try (NDManager step = network.manager().newSubManager()) {
            network.lendTo(step);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(loss(step, network, terms));
            }
            network.parameters()
                    .forEach((name, p) -> gradients.put(name, p.getGradient().toDoubleArray()));
        }
        return gradients;
    }

    private static NDArray loss(NDManager step, QualityNetwork network, RankingTerms terms) {
        return Rows.loss(
                step,
                terms,
                network.forward(
                        Rows.inputs(
                                step,
                                none(),
                                terms.rows(),
                                terms.withoutPrompt(),
                                DataType.FLOAT64),
                        QualityNetwork.Dropout.NONE));
    }

    private static double shifted(
            QualityNetwork network, RankingTerms terms, NDArray parameter, int index, double by) {
        double[] values = parameter.toDoubleArray();
        double before = values[index];
        values[index] = before + by;
        parameter.set(values);
        try (NDManager step = network.manager().newSubManager()) {
            network.lendTo(step);
            double loss = loss(step, network, terms).getDouble();
            values[index] = before;
            parameter.set(values);
            return loss;
        }
    }
}
