package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.tensor.NativeMemory;
import eliq.tensor.NumberArrays;
import eliq.tensor.TensorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads images under texts: one vision pass and one prefill of the common prefix an image, however many texts. Only on
 * the tensor thread.
 *
 * @param name the model, for messages
 */
record Reader(
        Prompts prompts, Qwen3VlNetwork network, Qwen3VlNetwork.Adapters adapters, String name) {

    /** Beyond this a batch is cut: larger products are no faster, and the intermediate arrays leave the cache. */
    private static final long BATCH_BYTES = 1L << 28;

    List<List<Reading>> read(List<ImageQuestions> batch, NDManager owner) throws BackboneException {
        List<List<Reading>> readings = new ArrayList<>(batch.size());
        List<PreparedImage> images = new ArrayList<>();
        List<PackedBatch.Sequence> sequences = new ArrayList<>();
        long bytes = 0;
        for (ImageQuestions item : batch) {
            PackedBatch.Sequence sequence = sequence(item);
            long more = bytes(item.image(), sequence);
            if (!images.isEmpty() && bytes + more > BATCH_BYTES) {
                readings.addAll(pass(images, sequences, bytes, owner));
                images.clear();
                sequences.clear();
                bytes = 0;
            }
            images.add(item.image());
            sequences.add(sequence);
            bytes += more;
        }
        if (!images.isEmpty()) {
            readings.addAll(pass(images, sequences, bytes, owner));
        }
        return readings;
    }

    /** One image's tokens. */
    PackedBatch.Sequence sequence(ImageQuestions item) throws BackboneException {
        if (item.texts().isEmpty()) {
            throw new BackboneException("an image was given without a text to read it under");
        }
        List<long[]> tails = new ArrayList<>(item.texts().size());
        for (String text : item.texts()) {
            tails.add(prompts.suffix(text));
        }
        return new PackedBatch.Sequence(prompts.prefix(item.image()), tails);
    }

    private long bytes(PreparedImage image, PackedBatch.Sequence sequence) {
        long tails = sequence.tailTokens();
        long tokens = sequence.prompt().prefix().length + tails;
        return (long) image.rows()
                        * image.columns()
                        * Qwen3VlLimits.visionBytes(prompts.config().vision())
                + tokens * Qwen3VlLimits.textBytes(prompts.config().text())
                + tails * tokens * Float.BYTES;
    }

    private List<List<Reading>> pass(
            List<PreparedImage> images,
            List<PackedBatch.Sequence> sequences,
            long bytes,
            NDManager owner)
            throws BackboneException {
        try (NDManager scope = owner.newSubManager()) {
            NativeMemory.require(bytes, name + ": reading " + images.size() + " images ");
            NDArray states = answers(scope, sequences, network.vision(scope, images, false));
            float[] all = NumberArrays.floats(states);
            requireFinite(all);
            float[] labels =
                    network.probabilities(scope, states, new long[] {prompts.low(), prompts.high()})
                            .toFloatArray();
            int width = prompts.config().text().hidden();
            List<List<Reading>> readings = new ArrayList<>(images.size());
            int at = 0;
            for (PackedBatch.Sequence sequence : sequences) {
                List<Reading> one = new ArrayList<>(sequence.tails().size());
                for (int i = 0; i < sequence.tails().size(); i++, at++) {
                    float[] state = Arrays.copyOfRange(all, at * width, (at + 1) * width);
                    one.add(new Reading(state, labels[2 * at], labels[2 * at + 1]));
                }
                readings.add(one);
            }
            return readings;
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    /**
     * The states at the ends of all tails.
     *
     * @param seen what the vision tower gave for the sequences' images
     * @return [tails, hidden]
     */
    NDArray answers(NDManager scope, List<PackedBatch.Sequence> sequences, NDList seen)
            throws TensorException {
        PackedBatch batch = PackedBatch.of(sequences);
        PackedBatch.Picks picks = batch.picks(lastPlaces(batch, sequences));
        return network.answers(scope, batch, picks, seen, adapters, false);
    }

    private void requireFinite(float[] states) throws BackboneException {
        for (float value : states) {
            if (!Float.isFinite(value)) {
                throw new BackboneException(
                        name
                                + ": a number grew too large for the type it is computed in; use"
                                + " bfloat16 or float32");
            }
        }
    }

    private static List<long[]> lastPlaces(
            PackedBatch batch, List<PackedBatch.Sequence> sequences) {
        List<long[]> places = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            List<long[]> tails = sequences.get(i).tails();
            long[] last = new long[tails.size()];
            for (int t = 0; t < last.length; t++) {
                last[t] = (long) batch.tailStarts()[i][t] + tails.get(t).length - 1;
            }
            places.add(last);
        }
        return places;
    }
}
