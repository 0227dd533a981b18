package eliq.app.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours that charts are drawn with, as the style sheet has them for the present theme. Takes no room. */
final class ChartInk extends Pane {
    /** Colours of series; further series begin again. */
    static final int SERIES = 8;

    private static final List<String> NAMES =
            List.of(
                    "ink", "soft", "rule", "paper", "accent", "s0", "s1", "s2", "s3", "s4", "s5",
                    "s6", "s7");

    private final Map<String, Region> swatches = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    ChartInk() {
        getStyleClass().add("chart-ink");
        setManaged(false);
        setMouseTransparent(true);
        for (String name : NAMES) {
            Region swatch = new Region();
            swatch.getStyleClass().add("ink-" + name);
            swatch.backgroundProperty().subscribe(_ -> listeners.forEach(Runnable::run));
            swatches.put(name, swatch);
            getChildren().add(swatch);
        }
    }

    /** Called when a colour changes. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    Color ink() {
        return of("ink");
    }

    /** Of axes and their texts. */
    Color soft() {
        return of("soft");
    }

    /** Of grid lines. */
    Color rule() {
        return of("rule");
    }

    Color paper() {
        return of("paper");
    }

    /** Of what is chosen. */
    Color accent() {
        return of("accent");
    }

    Color series(int number) {
        return of("s" + Math.floorMod(number, SERIES));
    }

    private Color of(String name) {
        Background background = swatches.get(name).getBackground();
        return background != null
                        && !background.getFills().isEmpty()
                        && background.getFills().getFirst().getFill() instanceof Color color
                ? color
                : Color.GRAY;
    }
}
