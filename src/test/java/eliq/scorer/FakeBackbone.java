package eliq.scorer;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Hidden states that follow from an image's mean brightness and the text, and a count of what was read. */
final class FakeBackbone implements Backbone {
    static final int SIZE = 24;

    /** Brightness of the picture that it refuses to read. */
    static final int REFUSED = 251;

    final AtomicInteger readings = new AtomicInteger();
    private final BackboneIdentity identity;

    FakeBackbone(String name, String weights) {
        this.identity = new BackboneIdentity(name, weights);
    }

    static Pixels grey(int level) {
        byte[] rgb = new byte[3 * 4 * 4];
        java.util.Arrays.fill(rgb, (byte) level);
        return new Pixels(4, 4, rgb);
    }

    @Override
    public BackboneIdentity identity() {
        return identity;
    }

    @Override
    public int hiddenSize() {
        return SIZE;
    }

    @Override
    public PreparedImage prepare(Pixels image) throws BackboneException {
        if (image.width() > 200 * image.height()) {
            throw new BackboneException("the picture is too narrow");
        }
        return new PreparedImage(1, 1, image.rgb());
    }

    @Override
    public int sideBySide() {
        return 3;
    }

    @Override
    public List<List<Reading>> read(List<ImageQuestions> batch) throws BackboneException {
        List<List<Reading>> all = new ArrayList<>();
        for (ImageQuestions question : batch) {
            if (question.image().patches()[0] == (byte) REFUSED) {
                throw new BackboneException("a number grew too large");
            }
            double quality = (question.image().patches()[0] & 0xFF) / 255.0;
            List<Reading> readings = new ArrayList<>();
            for (String text : question.texts()) {
                readings.add(reading(quality, text));
                this.readings.incrementAndGet();
            }
            all.add(readings);
        }
        return all;
    }

    private static Reading reading(double quality, String text) {
        Random random = new Random(text.hashCode());
        float[] hidden = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            hidden[i] = (float) (quality * random.nextGaussian() + 0.1 * i);
        }
        return new Reading(hidden, 0.4 * (1 - quality), 0.4 * quality);
    }

    @Override
    public void close() {}
}
