package eliq.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Selection selection = new Selection(() -> 100);

    @Test
    void aRangeBeginsAtWhatWasSelectedLastNotAtTheRangeBefore() {
        selection.select(5);
        selection.extendTo(10);
        assertEquals(places(5, 10), selection.chosen());

        selection.select(20);
        selection.extendTo(25);
        assertEquals(places(20, 25), selection.chosen());
    }

    @Test
    void aRangeAfterOneMoreWasChosenBeginsThere() {
        selection.select(5);
        selection.extendTo(10);
        selection.toggle(30);
        selection.extendTo(32);
        assertEquals(places(30, 32), selection.chosen());
    }

    @Test
    void aRangeGrowsAndShrinksFromWhereItBegan() {
        selection.select(5);
        selection.move(3, true);
        selection.move(-5, true);
        assertEquals(places(3, 5), selection.chosen());
    }

    @Test
    void theEndsAreReachedThoughNothingIsSelectedYet() {
        selection.moveTo(99, false);
        assertEquals(Optional.of(99), selection.selectedProperty().get());
        selection.clear();
        selection.moveTo(0, false);
        assertEquals(Optional.of(0), selection.selectedProperty().get());
    }

    @Test
    void nothingIsSelectedBeyondTheList() {
        selection.moveTo(1_000, false);
        assertEquals(Optional.of(99), selection.selectedProperty().get());
        selection.move(Integer.MAX_VALUE, false);
        assertEquals(Optional.of(99), selection.selectedProperty().get());
        Selection empty = new Selection(() -> 0);
        empty.moveTo(5, false);
        assertEquals(Optional.empty(), empty.selectedProperty().get());
    }

    private static BitSet places(int from, int to) {
        BitSet set = new BitSet();
        IntStream.rangeClosed(from, to).forEach(set::set);
        return set;
    }
}
