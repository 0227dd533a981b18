package eliq.critic;

import java.util.SplittableRandom;

/**
 * Which example comes when: each epoch is a permutation of groups of its own, drawn from the seed and
 * the epoch's number.
 */
final class TrainingOrder {
    private final int groups;
    private final int group;
    private final long seed;
    private int epoch = -1;
    private int[] permutation = new int[0];

    /**
     * @param size of an epoch
     * @param group examples that stay together; divides {@code size}
     */
    TrainingOrder(int size, int group, long seed) {
        this.groups = size / group;
        this.group = group;
        this.seed = seed;
    }

    /** The example at a position of the endless sequence of epochs. */
    Place at(long position) {
        int wanted = Math.toIntExact(position / ((long) groups * group));
        if (wanted != epoch) {
            permutation = permutation(wanted);
            epoch = wanted;
        }
        int within = (int) (position % ((long) groups * group));
        return new Place(permutation[within / group] * group + within % group, wanted);
    }

    private int[] permutation(int ofEpoch) {
        int[] order = new int[groups];
        SplittableRandom random = new SplittableRandom(seed ^ 0x9E3779B97F4A7C15L * (ofEpoch + 1L));
        for (int i = 0; i < groups; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    record Place(int index, int epoch) {}
}
