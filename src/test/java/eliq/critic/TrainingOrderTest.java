package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingOrderTest {

    private static int[] epoch(TrainingOrder order, int epoch, int size) {
        return IntStream.range(0, size)
                .map(i -> order.at((long) epoch * size + i).index())
                .toArray();
    }

    @Test
    void everyEpochShowsEachExampleOnceInAnOrderOfItsOwn() {
        TrainingOrder order = new TrainingOrder(20, 3);
        int[] first = epoch(order, 0, 20);
        int[] second = epoch(order, 1, 20);
        assertFalse(Arrays.equals(first, second));
        for (int[] each : new int[][] {first, second}) {
            int[] sorted = each.clone();
            Arrays.sort(sorted);
            assertArrayEquals(IntStream.range(0, 20).toArray(), sorted);
        }
        assertArrayEquals(first, epoch(new TrainingOrder(20, 3), 0, 20));
    }

    @Test
    void theMembersOfAGroupComeOneAfterAnother() {
        int[] order = epoch(new TrainingOrder(12, index -> index % 4, 5), 0, 12);
        for (int i = 0; i < 12; i += 3) {
            assertEquals(order[i] % 4, order[i + 1] % 4);
            assertEquals(order[i] % 4, order[i + 2] % 4);
        }
        assertEquals(12, Arrays.stream(order).distinct().count());
    }
}
