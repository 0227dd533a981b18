package eliq.backbone;

import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A multimodal model as a reader of aspects. {@link #prepare} may run on any thread; all else goes through the one
 * tensor thread inside, so that callers need no care of their own.
 */
public interface Backbone extends AutoCloseable {

    /** Of {@link #nothing}, in pixels. */
    int NOTHING_SIDE = 64;

    BackboneIdentity identity();

    /** In what numbers it is kept and computed. */
    default Numerics numerics() {
        return Numerics.FLOAT32;
    }

    /** Length of {@link Reading#hidden()}. */
    int hiddenSize();

    /**
     * Resizes and cuts an image into patches.
     *
     * @throws BackboneException if the model cannot take it (sides more than 200 : 1)
     */
    PreparedImage prepare(Pixels image) throws BackboneException;

    /** A small grey picture: what stands for none where only the text after it counts. */
    default PreparedImage nothing() throws BackboneException {
        byte[] grey = new byte[3 * NOTHING_SIDE * NOTHING_SIDE];
        Arrays.fill(grey, (byte) 128);
        return prepare(new Pixels(NOTHING_SIDE, NOTHING_SIDE, grey));
    }

    /**
     * Reads each image under each of its texts: one vision pass an image, one prefill of what its texts share. An image
     * that is read by itself has the same digits every time; in a batch, which is faster for small models, the last
     * digits depend on its neighbours.
     *
     * @return [images][texts]; of a text with a quote, the likelihoods of its words too
     */
    List<List<Reading>> read(List<ImageQuestions> batch) throws BackboneException;

    /** How many images are best read at once. */
    default int sideBySide() {
        return 1;
    }

    /** As {@link #read}, each image by itself, as many as {@link #sideBySide} at a time: with the digits that it has alone. */
    default List<List<Reading>> readApart(List<ImageQuestions> images) throws BackboneException {
        List<List<Reading>> readings = new ArrayList<>();
        for (ImageQuestions image : images) {
            readings.addAll(read(List.of(image)));
        }
        return readings;
    }

    /** Frees the weights. Without effect the second time. */
    @Override
    void close();
}
