package eliq.critic;

import java.util.SplittableRandom;

/** Which example comes when: each epoch is a permutation of its own, drawn from the seed and the epoch's number. */
final class TrainingOrder {
    private final int size;
    private final long seed;
    private int epoch = -1;
    private int[] permutation = new int[0];

    TrainingOrder(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    /** The example at a position of the endless sequence of epochs. */
    Place at(long position) {
        int wanted = Math.toIntExact(position / size);
        if (wanted != epoch) {
            permutation = permutation(wanted);
            epoch = wanted;
        }
        return new Place(permutation[(int) (position % size)], wanted);
    }

    private int[] permutation(int ofEpoch) {
        int[] order = new int[size];
        SplittableRandom random = new SplittableRandom(seed ^ 0x9E3779B97F4A7C15L * (ofEpoch + 1L));
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    record Place(int index, int epoch) {}
}
