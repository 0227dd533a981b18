package eliq.scorer;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Embeddings whose quality lies along hidden directions, under noise and a few outlier dimensions. */
final class Synthetic {
    static final int SIZE = 24;

    private final Random random;
    private final float[][] directions = new float[AspectEmbeddings.EVIDENCE][SIZE];

    Synthetic(long seed) {
        random = new Random(seed);
        for (float[] direction : directions) {
            for (int i = 0; i < SIZE; i++) {
                direction[i] = (float) random.nextGaussian();
            }
        }
    }

    /** As alike as an image's embeddings for given strengths of the three defects, 0..1 each. */
    AspectEmbeddings image(double technical, double aesthetic, double misfit) {
        return new AspectEmbeddings(
                along(0, technical),
                along(1, aesthetic),
                Optional.of(along(2, misfit)),
                new float[AspectEmbeddings.EVIDENCE]);
    }

    private float[] along(int aspect, double strength) {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] =
                    (float)
                            (directions[aspect][i] * (1 - 2 * strength)
                                    + 0.4 * random.nextGaussian());
        }
        values[3] = values[3] * 100 + 300;
        return values;
    }

    List<EmbeddedTuple> tuples(int count) {
        List<EmbeddedTuple> tuples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<EmbeddedTuple.Negative> negatives = new ArrayList<>();
            for (double strength : new double[] {0.2, 0.4, 0.6, 0.8, 1.0}) {
                negatives.add(
                        new EmbeddedTuple.Negative(
                                Aspect.TECHNICAL,
                                Family.CONVENTIONAL,
                                "noise",
                                strength,
                                image(strength, 0, 0)));
            }
            negatives.add(negative(Aspect.TECHNICAL, Family.AI_SPECIFIC, image(0.7, 0, 0)));
            negatives.add(negative(Aspect.AESTHETIC, Family.CONVENTIONAL, image(0, 0.7, 0)));
            negatives.add(negative(Aspect.AESTHETIC, Family.AI_SPECIFIC, image(0, 1, 0)));
            negatives.add(negative(Aspect.ALIGNMENT, Family.CONVENTIONAL, image(0, 0, 1)));
            tuples.add(new EmbeddedTuple("prompt " + i, image(0, 0, 0), negatives));
        }
        return tuples;
    }

    private static EmbeddedTuple.Negative negative(
            Aspect aspect, Family family, AspectEmbeddings embeddings) {
        return new EmbeddedTuple.Negative(aspect, family, "defect", 0.8, embeddings);
    }
}
