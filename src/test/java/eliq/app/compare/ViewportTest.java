package eliq.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final Viewport FULL = Viewport.WHOLE.with(new Viewport.Zoom.Scale(1));

    @Test
    void fitShowsAllOfThePictureAndFillCoversAllOfThePane() {
        assertEquals(0.5, Viewport.WHOLE.scale(400, 200, 200, 200));
        assertEquals(1, Viewport.WHOLE.with(new Viewport.Zoom.Fill()).scale(400, 200, 200, 200));
        assertEquals(new Viewport.Placement(0, 50, 0.5), Viewport.WHOLE.place(400, 200, 200, 200));
    }

    @Test
    void atAHundredPercentEveryPixelIsAWholePixelOfTheDevice() {
        for (double pane = 100; pane < 110; pane += 0.5) {
            Viewport.Placement at = FULL.place(301, 77, pane, pane);
            assertEquals(Math.rint(at.x()), at.x());
            assertEquals(Math.rint(at.y()), at.y());
            assertEquals(1, at.scale());
        }
    }

    @Test
    void aPictureFollowsThePointerAndStopsAtItsEdge() {
        Viewport moved = FULL.panned(-10, 0, 400, 400, 200, 200);
        assertEquals(FULL.place(400, 400, 200, 200).x() - 10, moved.place(400, 400, 200, 200).x());
        Viewport far = FULL.panned(-9999, 9999, 400, 400, 200, 200);
        assertEquals(-200, far.place(400, 400, 200, 200).x());
        assertEquals(0, far.place(400, 400, 200, 200).y());
        // Back by one pixel: nothing was stored beyond the edge.
        assertEquals(-199, far.panned(1, 0, 400, 400, 200, 200).place(400, 400, 200, 200).x());
    }

    @Test
    void zoomingKeepsWhatLiesUnderThePointer() {
        Viewport zoomed = FULL.zoomedAt(2, 150, 60, 400, 400, 200, 200);
        Viewport.Placement before = FULL.place(400, 400, 200, 200);
        Viewport.Placement after = zoomed.place(400, 400, 200, 200);
        assertEquals(2, after.scale());
        assertEquals((150 - before.x()) / before.scale(), (150 - after.x()) / after.scale(), 0.5);
        assertEquals((60 - before.y()) / before.scale(), (60 - after.y()) / after.scale(), 0.5);
    }

    @Test
    void aDifferenceIsTakenChannelByChannelAndAmplified() {
        assertEquals(0xFF000000, Differences.apart(0xFF102030, 0xFF102030, 8));
        assertEquals(0xFF081028, Differences.apart(0xFF101010, 0xFF11120B, 8));
        assertEquals(0xFFFF0000, Differences.apart(0xFFFF0000, 0xFF000000, 4));
    }

    @Test
    void theReferenceStandsFirstAndTheChosenPictureNext() {
        CompareViewModel<String> model = new CompareViewModel<>();
        model.compare(
                Stream.of("p", "t", "a", "x").map(key -> new Subject<>(key, key, "")).toList());
        model.choose(2);
        assertEquals(List.of(0, 2), model.sideBySide());
        model.panes(9);
        assertEquals(List.of(0, 2, 3, 1), model.sideBySide());
        model.refer(2);
        assertEquals(List.of(2, 3), model.pair());
        assertTrue(model.panesProperty().get() <= CompareViewModel.MOST_PANES);
    }
}
