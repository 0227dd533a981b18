package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences that share the work of their common part: each is a prefix (with its image), then any number of tails that
 * continue the prefix and do not see each other. A tail's positions go on from the prefix's end, so that every number is
 * the same as in a sequence of its own.
 *
 * <p>In a batch, prefixes are padded at their end to the longest (which causal attention never sees), and the tails of a
 * sequence, one after another, to the longest sum.
 *
 * @param count sequences B
 * @param prefix padded length of the prefixes
 * @param length L, of the whole
 * @param ids [B * L]
 * @param positions [3 * B * L]
 * @param imageRows flat places (sequence * L + token) of all image tokens, in order of sequence
 * @param mask [B * T * L], T = L - prefix: 0 where a tail's token sees a token, else minus infinity
 * @param tailStarts [B][tails] flat place of each tail's first token
 */
record PackedBatch(
        int count,
        int prefix,
        int length,
        long[] ids,
        long[] positions,
        long[] imageRows,
        float[] mask,
        int[][] tailStarts) {

    /**
     * @param prompt what comes first
     * @param tails token ids of what follows it
     */
    record Sequence(PromptTokens prompt, List<long[]> tails) {
        Sequence {
            tails = List.copyOf(tails);
        }

        int tailTokens() {
            return tails.stream().mapToInt(tail -> tail.length).sum();
        }
    }

    static PackedBatch of(List<Sequence> sequences) {
        int prefix =
                sequences.stream().mapToInt(s -> s.prompt().prefix().length).max().orElseThrow();
        int tails = sequences.stream().mapToInt(Sequence::tailTokens).max().orElseThrow();
        int length = prefix + tails;
        int count = sequences.size();
        int images = sequences.stream().mapToInt(s -> s.prompt().imageTokens()).sum();
        PackedBatch batch =
                new PackedBatch(
                        count,
                        prefix,
                        length,
                        new long[count * length],
                        new long[3 * count * length],
                        new long[images],
                        new float[Math.multiplyExact(count * tails, length)],
                        new int[count][]);
        Arrays.fill(batch.mask, Float.NEGATIVE_INFINITY);
        int imageAt = 0;
        for (int i = 0; i < count; i++) {
            batch.put(i, sequences.get(i));
            for (int j = 0; j < sequences.get(i).prompt().imageTokens(); j++) {
                batch.imageRows[imageAt++] =
                        (long) i * length + sequences.get(i).prompt().imageStart() + j;
            }
        }
        return batch;
    }

    private void put(int index, Sequence sequence) {
        long[] first = sequence.prompt().prefix();
        int row = index * length;
        System.arraycopy(first, 0, ids, row, first.length);
        RopePositions before = sequence.prompt().positions(0);
        for (int axis = 0; axis < 3; axis++) {
            System.arraycopy(
                    before.axes()[axis], 0, positions, axis * count * length + row, first.length);
        }
        int tailRoom = length - prefix;
        tailStarts[index] = new int[sequence.tails().size()];
        int start = 0;
        for (int t = 0; t < sequence.tails().size(); t++) {
            long[] tail = sequence.tails().get(t);
            tailStarts[index][t] = row + prefix + start;
            for (int j = 0; j < tail.length; j++) {
                int place = row + prefix + start + j;
                ids[place] = tail[j];
                for (int axis = 0; axis < 3; axis++) {
                    positions[axis * count * length + place] = before.next() + j;
                }
                int maskRow = (index * tailRoom + start + j) * length;
                Arrays.fill(mask, maskRow, maskRow + first.length, 0);
                Arrays.fill(mask, maskRow + prefix + start, maskRow + prefix + start + j + 1, 0);
            }
            start += tail.length;
        }
        // A padding token must see something, or its softmax is 0/0.
        for (int pad = start; pad < tailRoom; pad++) {
            mask[(index * tailRoom + pad) * length] = 0;
        }
    }

    /**
     * A few tail tokens of each sequence, padded to the same number C.
     *
     * @param perSequence C
     * @param places [B * C] flat places
     * @param rows [B * C * L] their rows of the mask
     * @param wanted which of the B * C are no padding, in the order asked for
     */
    record Picks(int perSequence, long[] places, float[] rows, long[] wanted) {}

    /**
     * @param places for each sequence, flat places of tokens in its tails
     */
    Picks picks(List<long[]> places) {
        int most = places.stream().mapToInt(p -> p.length).max().orElseThrow();
        int total = places.stream().mapToInt(p -> p.length).sum();
        Picks picks =
                new Picks(
                        most,
                        new long[count * most],
                        new float[Math.multiplyExact(count * most, length)],
                        new long[total]);
        int tailRoom = length - prefix;
        int at = 0;
        for (int i = 0; i < count; i++) {
            long first = (long) i * length + prefix;
            for (int j = 0; j < most; j++) {
                boolean real = j < places.get(i).length;
                long place = real ? places.get(i)[j] : first;
                int row = Math.toIntExact(i * (long) tailRoom + place - first);
                picks.places[i * most + j] = place;
                System.arraycopy(mask, row * length, picks.rows, (i * most + j) * length, length);
                if (real) {
                    picks.wanted[at++] = (long) i * most + j;
                }
            }
        }
        return picks;
    }

    NDArray idArray(NDManager scope) {
        return scope.create(ids, new Shape(count, length));
    }

    NDArray positionArray(NDManager scope) {
        return scope.create(positions, new Shape(3, count, length));
    }

    NDArray maskArray(NDManager scope) {
        return scope.create(mask, new Shape(count, 1, length - prefix, length));
    }
}
