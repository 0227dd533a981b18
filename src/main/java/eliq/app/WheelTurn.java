package eliq.app;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;

/** What a mouse sends when its wheel is turned. */
final class WheelTurn {
    private WheelTurn() {}

    /** @param by points that what is seen moves down */
    static void over(Node node, double by) {
        Event.fireEvent(node, event(by, VerticalTextScrollUnits.NONE, 0));
    }

    /**
     * As systems send it that count lines of text.
     *
     * @param by lines that what is seen moves down
     */
    static void byLines(Node node, double by) {
        Event.fireEvent(node, event(by, VerticalTextScrollUnits.LINES, by));
    }

    private static ScrollEvent event(double points, VerticalTextScrollUnits units, double count) {
        return new ScrollEvent(
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
                points,
                0,
                points,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                units,
                count,
                0,
                null);
    }
}
