package eliq.app.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LassoTest {

    private static Lasso through(double... corners) {
        Lasso lasso = new Lasso();
        for (int i = 0; i < corners.length; i += 2) {
            lasso.add(corners[i], corners[i + 1]);
        }
        return lasso;
    }

    @Test
    void whatIsAroundIsInsideAndTheLineClosesByItself() {
        Lasso square = through(0, 0, 10, 0, 10, 10, 0, 10);
        assertArrayEquals(
                new int[] {0, 3},
                square.inside(new double[] {5, 15, -1, 1}, new double[] {5, 5, 5, 9}));
    }

    @Test
    void aBayIsNotInside() {
        Lasso bay = through(0, 0, 10, 0, 10, 10, 5, 2, 0, 10);
        assertArrayEquals(
                new int[] {1}, bay.inside(new double[] {5, 1, 9}, new double[] {8, 3, 9.9}));
    }

    @Test
    void pointsWithoutAPlaceAreNeverInside() {
        Lasso square = through(0, 0, 10, 0, 10, 10, 0, 10);
        assertArrayEquals(
                new int[0], square.inside(new double[] {Double.NaN}, new double[] {Double.NaN}));
    }

    @Test
    void itsLengthTellsADragFromAClick() {
        assertEquals(0, through(4, 4).length());
        assertEquals(5, through(4, 4, 7, 8, 4, 4).length());
    }
}
