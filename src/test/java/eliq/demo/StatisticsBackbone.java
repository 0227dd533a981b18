package eliq.demo;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.BackboneTraining;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingMode;
import eliq.critic.BackboneLoader;
import eliq.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A stand-in for a model: its hidden states are a few statistics of the picture, turned by the text; it learns nothing. */
public final class StatisticsBackbone implements Backbone {
    private static final int SIZE = 12;

    public static final BackboneLoader LOADER =
            new BackboneLoader() {
                @Override
                public Backbone open(Path directory, Optional<Path> adapter) {
                    return new StatisticsBackbone();
                }

                @Override
                public BackboneTraining openForTraining(
                        Path directory, TrainingMode mode, long seed) {
                    return new Training();
                }
            };

    @Override
    public BackboneIdentity identity() {
        return new BackboneIdentity("statistics", "5".repeat(64));
    }

    @Override
    public int hiddenSize() {
        return SIZE;
    }

    /** Roughness, spread and colourfulness, a byte each. */
    @Override
    public PreparedImage prepare(Pixels image) {
        double rough = 0;
        double spread = 0;
        double colour = 0;
        int count = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 1; x < image.width(); x++) {
                rough += Math.abs(image.at(x, y, 1) - image.at(x - 1, y, 1));
                spread += Math.abs(image.at(x, y, 1) - 128);
                colour += Math.abs(image.at(x, y, 0) - image.at(x, y, 2));
                count++;
            }
        }
        return new PreparedImage(
                1,
                1,
                new byte[] {
                    (byte) Math.min(255, 2 * rough / count),
                    (byte) Math.min(255, spread / count),
                    (byte) Math.min(255, colour / count)
                });
    }

    @Override
    public List<List<Reading>> read(List<ImageQuestions> batch) {
        List<List<Reading>> all = new ArrayList<>();
        for (ImageQuestions question : batch) {
            all.add(question.texts().stream().map(t -> reading(question.image(), t)).toList());
        }
        return all;
    }

    private static Reading reading(PreparedImage image, String text) {
        Random turn = new Random(text.hashCode());
        float[] hidden = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            int statistic = image.patches()[i % 3] & 0xFF;
            hidden[i] = (float) (turn.nextGaussian() + statistic / 64.0);
        }
        double low = (image.patches()[0] & 0xFF) / 512.0;
        return new Reading(hidden, low, 0.5 - low);
    }

    @Override
    public void close() {}

    /** Says what a training says and changes nothing. */
    private static final class Training implements BackboneTraining {

        @Override
        public List<double[]> accumulate(List<TrainingExample> batch, double scale) {
            return batch.stream()
                    .map(e -> e.questions().stream().mapToDouble(q -> 0.69).toArray())
                    .toList();
        }

        @Override
        public double step(AdamW settings) {
            return 1;
        }

        @Override
        public Backbone current() {
            return new StatisticsBackbone();
        }

        @Override
        public void saveState(Path directory) throws BackboneException {
            write(directory.resolve("state"));
        }

        @Override
        public void loadState(Path directory) {}

        @Override
        public void saveModel(Path directory) throws BackboneException {
            write(directory.resolve("adapter_model.safetensors"));
        }

        private static void write(Path file) throws BackboneException {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, "nothing");
            } catch (IOException e) {
                throw new BackboneException("cannot write " + file, e);
            }
        }

        @Override
        public void close() {}
    }
}
