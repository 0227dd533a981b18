package eliq.app;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/** What a mouse sends when its wheel is turned. */
final class WheelTurn {
    private WheelTurn() {}

    /** @param by points that what is seen moves down */
    static void over(Node node, double by) {
        Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        0,
                        0,
                        0,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        by,
                        0,
                        by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }
}
