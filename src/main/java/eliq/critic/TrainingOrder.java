package eliq.critic;

import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which example comes when: each epoch is a permutation of its own, drawn from the seed and the epoch's number. It
 * permutes groups, and the members within each, so that a group stays together.
 */
final class TrainingOrder {
    private final int size;
    private final int[][] groups;
    private final long seed;
    private int epoch = -1;
    private int[] permutation = new int[0];

    /** Every example a group of its own. */
    TrainingOrder(int size, long seed) {
        this(size, index -> index, seed);
    }

    /**
     * @param groupOf from an example's number to any number that its group shares
     */
    TrainingOrder(int size, IntUnaryOperator groupOf, long seed) {
        this.size = size;
        this.groups =
                IntStream.range(0, size)
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        groupOf::applyAsInt,
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values()
                        .stream()
                        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
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
        SplittableRandom random = new SplittableRandom(seed ^ 0x9E3779B97F4A7C15L * (ofEpoch + 1L));
        int[] order = new int[size];
        int at = 0;
        for (int group : shuffled(groups.length, random)) {
            int[] members = groups[group];
            int[] within = members.length == 1 ? new int[1] : shuffled(members.length, random);
            for (int member : within) {
                order[at++] = members[member];
            }
        }
        return order;
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    record Place(int index, int epoch) {}
}
