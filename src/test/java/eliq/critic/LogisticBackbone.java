package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.BackboneTraining;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.backbone.TrainingExample;
import eliq.image.Pixels;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The smallest thing that can be trained as a backbone: logistic regression of {@code high} on the pixels, one set of
 * weights a question text (by its hash), with true gradients, dropout from a saved random state, and AdamW.
 */
final class LogisticBackbone implements BackboneTraining {
    static final int PIXELS = 8;
    private static final int TEXTS = 16;
    private static final int SIZE = TEXTS * (PIXELS + 1);

    private final double[] weights = new double[SIZE];
    private final double[] gradient = new double[SIZE];
    private final double[] first = new double[SIZE];
    private final double[] second = new double[SIZE];
    private int steps;
    private long randomState = 7;
    private boolean explode;
    private final long pause;

    LogisticBackbone() {
        this(0);
    }

    /**
     * @param pause of each forward pass in training, ms
     */
    LogisticBackbone(long pause) {
        this.pause = pause;
    }

    static PreparedImage image(int... values) {
        byte[] patches = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            patches[i] = (byte) values[i % values.length];
        }
        return new PreparedImage(1, PIXELS, patches);
    }

    /** Makes every further loss infinite. */
    void explode() {
        explode = true;
    }

    @Override
    public List<double[]> accumulate(List<TrainingExample> batch, double scale) {
        LockSupport.parkNanos(pause * 1_000_000);
        List<double[]> losses = new ArrayList<>();
        for (TrainingExample example : batch) {
            double[] of = new double[example.questions().size()];
            for (int i = 0; i < of.length; i++) {
                TrainingExample.Question question = example.questions().get(i);
                double[] x = features((PreparedImage) example.image());
                drop(x);
                double high = probability(question.text(), x);
                boolean wanted = question.target().equals("high");
                of[i] =
                        explode
                                ? Double.POSITIVE_INFINITY
                                : -Math.log(Math.max(wanted ? high : 1 - high, 1e-300));
                double slope = (high - (wanted ? 1 : 0)) * question.weight() * scale;
                int base = base(question.text());
                for (int k = 0; k <= PIXELS; k++) {
                    gradient[base + k] += slope * x[k];
                }
            }
            losses.add(of);
        }
        return losses;
    }

    private void drop(double[] x) {
        SplittableRandom random = new SplittableRandom(randomState);
        x[random.nextInt(PIXELS)] = 0;
        randomState = random.nextLong();
    }

    @Override
    public double step(AdamW s) {
        steps++;
        double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
        double shrink = norm > s.maximumNorm() ? s.maximumNorm() / norm : 1;
        for (int i = 0; i < SIZE; i++) {
            double g = gradient[i] * shrink;
            first[i] = s.beta1() * first[i] + (1 - s.beta1()) * g;
            second[i] = s.beta2() * second[i] + (1 - s.beta2()) * g * g;
            double m = first[i] / (1 - Math.pow(s.beta1(), steps));
            double v = second[i] / (1 - Math.pow(s.beta2(), steps));
            weights[i] -=
                    s.learningRate()
                            * (m / (Math.sqrt(v) + s.epsilon()) + s.weightDecay() * weights[i]);
        }
        Arrays.fill(gradient, 0);
        return norm;
    }

    private static double[] features(PreparedImage image) {
        double[] x = new double[PIXELS + 1];
        for (int i = 0; i < PIXELS; i++) {
            x[i] = ((image.patches()[i] & 0xFF) - 127.5) / 127.5;
        }
        x[PIXELS] = 1;
        return x;
    }

    private static int base(String text) {
        return Math.floorMod(text.hashCode(), TEXTS) * (PIXELS + 1);
    }

    private double probability(String text, double[] x) {
        double sum = 0;
        int base = base(text);
        for (int k = 0; k <= PIXELS; k++) {
            sum += weights[base + k] * x[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    @Override
    public Backbone current() {
        return new Backbone() {
            @Override
            public BackboneIdentity identity() {
                return new BackboneIdentity(
                        "logistic", Integer.toHexString(Arrays.hashCode(weights)));
            }

            @Override
            public int hiddenSize() {
                return PIXELS + 1;
            }

            @Override
            public PreparedImage prepare(Pixels pixels) {
                return image(pixels.rgb()[0] & 0xFF);
            }

            @Override
            public List<List<Reading>> read(List<ImageQuestions> batch) {
                return batch.stream()
                        .map(q -> q.texts().stream().map(t -> reading(q.image(), t)).toList())
                        .toList();
            }

            @Override
            public void close() {}
        };
    }

    private Reading reading(PreparedImage image, String text) {
        double[] x = features(image);
        float[] hidden = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            hidden[i] = (float) x[i];
        }
        double high = probability(text, x);
        return new Reading(hidden, (1 - high) / 2, high / 2);
    }

    @Override
    public void saveState(Path directory) throws BackboneException {
        try (DataOutputStream out =
                new DataOutputStream(Files.newOutputStream(directory.resolve("state.bin")))) {
            out.writeInt(steps);
            out.writeLong(randomState);
            for (double[] array : List.of(weights, first, second)) {
                for (double value : array) {
                    out.writeDouble(value);
                }
            }
        } catch (IOException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    @Override
    public void loadState(Path directory) throws BackboneException {
        try (DataInputStream in =
                new DataInputStream(Files.newInputStream(directory.resolve("state.bin")))) {
            steps = in.readInt();
            randomState = in.readLong();
            for (double[] array : List.of(weights, first, second)) {
                for (int i = 0; i < array.length; i++) {
                    array[i] = in.readDouble();
                }
            }
        } catch (IOException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    @Override
    public void saveModel(Path directory) throws BackboneException {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new BackboneException(e.getMessage(), e);
        }
        saveState(directory);
    }

    @Override
    public void close() {}
}
