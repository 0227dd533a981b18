package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.Quote;
import eliq.backbone.Reading;
import eliq.tensor.DeviceMemory;
import eliq.tensor.NumberArrays;
import eliq.tensor.TensorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

    /**
     * One image's tokens, and the places in them that are looked at.
     *
     * @param quoted of each tail, places in it of the tokens of quoted words, ascending, all after the first
     */
    private record Asked(PackedBatch.Sequence sequence, List<int[]> quoted) {

        /** Place of the first token of the tail whose state is needed, and of the others: before quoted words, and last. */
        int[] places(int tail) {
            int[] words = quoted.get(tail);
            int[] places = new int[words.length + 1];
            for (int i = 0; i < words.length; i++) {
                places[i] = words[i] - 1;
            }
            places[words.length] = sequence.tails().get(tail).length - 1;
            return places;
        }

        int words() {
            return quoted.stream().mapToInt(places -> places.length).sum();
        }
    }

    /** The same model, for a thread beside. */
    Reader with(Replica replica) {
        return new Reader(prompts, replica.network(), replica.adapters(), name);
    }

    List<List<Reading>> read(List<ImageQuestions> batch, NDManager owner) throws BackboneException {
        List<List<Reading>> readings = new ArrayList<>(batch.size());
        List<PreparedImage> images = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        long bytes = 0;
        for (ImageQuestions item : batch) {
            Asked one = asked(item);
            long more = bytes(item.image(), one);
            if (!images.isEmpty() && bytes + more > BATCH_BYTES) {
                readings.addAll(pass(images, asked, bytes, owner));
                images.clear();
                asked.clear();
                bytes = 0;
            }
            images.add(item.image());
            asked.add(one);
            bytes += more;
        }
        if (!images.isEmpty()) {
            readings.addAll(pass(images, asked, bytes, owner));
        }
        return readings;
    }

    /** The same, an image a pass. */
    List<List<Reading>> readApart(List<ImageQuestions> images, NDManager owner)
            throws BackboneException {
        List<List<Reading>> readings = new ArrayList<>(images.size());
        for (ImageQuestions image : images) {
            readings.addAll(read(List.of(image), owner));
        }
        return readings;
    }

    private Asked asked(ImageQuestions item) throws BackboneException {
        List<int[]> quoted = new ArrayList<>(item.texts().size());
        for (String text : item.texts()) {
            Quote words = item.quotes().get(text);
            // The suffix's first token would be predicted from the prefix, which is shared.
            quoted.add(
                    words == null
                            ? new int[0]
                            : IntStream.of(prompts.places(text, words))
                                    .filter(place -> place > 0)
                                    .toArray());
        }
        return new Asked(sequence(item), quoted);
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

    private long bytes(PreparedImage image, Asked asked) {
        long tails = asked.sequence().tailTokens();
        long tokens = asked.sequence().prompt().prefix().length + tails;
        return (long) image.rows()
                        * image.columns()
                        * Qwen3VlLimits.visionBytes(prompts.config().vision())
                + tokens * Qwen3VlLimits.textBytes(prompts.config().text())
                + tails * tokens * Float.BYTES
                + 2L * Float.BYTES * asked.words() * prompts.config().text().vocabulary();
    }

    private List<List<Reading>> pass(
            List<PreparedImage> images, List<Asked> asked, long bytes, NDManager owner)
            throws BackboneException {
        try (NDManager scope = owner.newSubManager()) {
            DeviceMemory.require(bytes, name + ": reading " + images.size() + " images ");
            List<PackedBatch.Sequence> sequences = asked.stream().map(Asked::sequence).toList();
            PackedBatch packed = PackedBatch.of(sequences);
            NDArray states =
                    network.answers(
                            scope,
                            packed,
                            packed.picks(places(packed, asked)),
                            network.tower().tokens(scope, images, false),
                            adapters,
                            false);
            return new Answers(scope, states).of(asked);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    private static List<long[]> places(PackedBatch packed, List<Asked> asked) {
        List<long[]> places = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            LongStream.Builder ofOne = LongStream.builder();
            for (int tail = 0; tail < asked.get(i).quoted().size(); tail++) {
                for (int place : asked.get(i).places(tail)) {
                    ofOne.add((long) packed.tailStarts()[i][tail] + place);
                }
            }
            places.add(ofOne.build().toArray());
        }
        return places;
    }

    /** What the states say that were asked for: of each tail those before its quoted words, then its last. */
    private final class Answers {
        private final NDManager scope;
        private final NDArray states;

        Answers(NDManager scope, NDArray states) {
            this.scope = scope;
            this.states = states;
        }

        List<List<Reading>> of(List<Asked> asked) throws TensorException, BackboneException {
            float[] hidden = NumberArrays.floats(states);
            requireFinite(hidden);
            int width = prompts.config().text().hidden();
            int rows = hidden.length / width;
            long[] next = new long[rows];
            boolean[] last = new boolean[rows];
            int row = 0;
            for (Asked one : asked) {
                for (int tail = 0; tail < one.quoted().size(); tail++) {
                    for (int place : one.quoted().get(tail)) {
                        next[row++] = one.sequence().tails().get(tail)[place];
                    }
                    last[row++] = true;
                }
            }
            float[] labels = labels(last);
            float[] words = words(next, last);
            List<List<Reading>> readings = new ArrayList<>(asked.size());
            row = 0;
            int question = 0;
            int word = 0;
            for (Asked one : asked) {
                List<Reading> ofOne = new ArrayList<>(one.quoted().size());
                for (int[] quoted : one.quoted()) {
                    row += quoted.length;
                    ofOne.add(
                            new Reading(
                                    Arrays.copyOfRange(hidden, row * width, (row + 1) * width),
                                    labels[2 * question],
                                    labels[2 * question + 1],
                                    Arrays.copyOfRange(words, word, word + quoted.length)));
                    word += quoted.length;
                    question++;
                    row++;
                }
                readings.add(ofOne);
            }
            return readings;
        }

        private float[] labels(boolean[] last) throws TensorException {
            return network.probabilities(
                            scope, picked(last, true), new long[] {prompts.low(), prompts.high()})
                    .toFloatArray();
        }

        /** Log-likelihoods in the order of the rows. */
        private float[] words(long[] next, boolean[] last) throws TensorException {
            long[] tokens =
                    IntStream.range(0, next.length)
                            .filter(row -> !last[row])
                            .mapToLong(row -> next[row])
                            .toArray();
            return tokens.length == 0
                    ? new float[0]
                    : network.likelihoods(scope, picked(last, false), tokens).toFloatArray();
        }

        private NDArray picked(boolean[] last, boolean wanted) throws TensorException {
            long[] rows =
                    IntStream.range(0, last.length)
                            .filter(row -> last[row] == wanted)
                            .asLongStream()
                            .toArray();
            return rows.length == last.length ? states : network.rows(scope, states, rows);
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
        List<Asked> ends =
                sequences.stream()
                        .map(
                                sequence ->
                                        new Asked(
                                                sequence,
                                                Collections.nCopies(
                                                        sequence.tails().size(), new int[0])))
                        .toList();
        PackedBatch batch = PackedBatch.of(sequences);
        return network.answers(
                scope, batch, batch.picks(places(batch, ends)), seen, adapters, false);
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
}
