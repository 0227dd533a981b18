package eliq.scorer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import eliq.tensor.NumberArrays;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Function;

/** Carries embeddings and ranking terms into arrays of a scope. */
final class Rows {
    private static final float MOST_EVIDENCE = 12;

    private Rows() {}

    /**
     * @param withoutPrompt [rows] whether the row's alignment embedding, if any, is to be left out
     */
    static QualityNetwork.Inputs inputs(
            NDManager scope,
            Standardisation standardisation,
            List<AspectEmbeddings> rows,
            boolean[] withoutPrompt,
            DataType type) {
        float[] present = new float[rows.size()];
        for (int i = 0; i < present.length; i++) {
            present[i] = withoutPrompt[i] || rows.get(i).alignment().isEmpty() ? 0 : 1;
        }
        return new QualityNetwork.Inputs(
                matrix(scope, rows, standardisation::technical, type),
                matrix(scope, rows, standardisation::aesthetic, type),
                matrix(scope, rows, standardisation::alignment, type),
                create(scope, present, new Shape(rows.size(), 1), type),
                matrix(scope, rows, Rows::evidence, type));
    }

    /** Cut, so that a critic that is all but certain cannot run off the scale. */
    private static float[] evidence(AspectEmbeddings row) {
        float[] evidence = row.evidence().clone();
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = Math.clamp(evidence[i], -MOST_EVIDENCE, MOST_EVIDENCE);
        }
        return evidence;
    }

    private static NDArray matrix(
            NDManager scope,
            List<AspectEmbeddings> rows,
            Function<AspectEmbeddings, float[]> aspect,
            DataType type) {
        int width = aspect.apply(rows.getFirst()).length;
        float[] values = new float[Math.multiplyExact(rows.size(), width)];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(aspect.apply(rows.get(i)), 0, values, i * width, width);
        }
        return create(scope, values, new Shape(rows.size(), width), type);
    }

    private static NDArray create(NDManager scope, float[] values, Shape shape, DataType type) {
        if (type == DataType.FLOAT32) {
            return scope.create(FloatBuffer.wrap(values), shape, DataType.FLOAT32);
        }
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return scope.create(DoubleBuffer.wrap(wide), shape, DataType.FLOAT64);
    }

    /** L of a batch, a scalar: the same as {@link RankingTerms#loss} on the same scores. */
    static NDArray loss(NDManager scope, RankingTerms terms, QualityNetwork.Outputs outputs) {
        return sum(scope, terms.visual(), outputs.visual())
                .add(sum(scope, terms.alignment(), outputs.alignment()));
    }

    private static NDArray sum(NDManager scope, List<RankingTerms.Term> terms, NDArray scores) {
        if (terms.isEmpty()) {
            // Keeps the head in the graph, so that its gradient is zero and not missing.
            return NumberArrays.times(scores.sum(), 0);
        }
        DataType type = scores.getDataType();
        int rows = Math.toIntExact(scores.size());
        // +1 at the better and -1 at the worse row of each term: one product gives all differences.
        float[] sides = new float[Math.multiplyExact(terms.size(), rows)];
        float[] margins = new float[terms.size()];
        float[] weights = new float[terms.size()];
        for (int i = 0; i < terms.size(); i++) {
            RankingTerms.Term term = terms.get(i);
            sides[i * rows + term.better()] = 1;
            sides[i * rows + term.worse()] = -1;
            margins[i] = (float) term.margin();
            weights[i] = (float) term.weight();
        }
        Shape column = new Shape(terms.size(), 1);
        NDArray differences =
                create(scope, sides, new Shape(terms.size(), rows), type)
                        .matMul(scores.reshape(rows, 1));
        NDArray hinge =
                create(scope, margins, column, type).sub(differences).getNDArrayInternal().relu();
        return hinge.mul(create(scope, weights, column, type)).sum();
    }
}
