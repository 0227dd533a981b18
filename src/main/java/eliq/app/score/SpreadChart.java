package eliq.app.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A histogram of the dropped set; dragging over it shows only the images in that part. */
final class SpreadChart extends HBox {
    private static final double HEIGHT = 56;

    private final Spread spread;
    // Drawn once a pulse, however many scores came in since the last one.
    private final Pane plot =
            new Pane() {
                @Override
                protected void layoutChildren() {
                    draw();
                }
            };
    private final List<Region> bars = new ArrayList<>();
    private final Region brush = new Region();
    private final Label low = new Label();
    private final Label high = new Label();
    private final Label says = new Label();
    private final Hyperlink clear = new Hyperlink("Show all");
    private double pressedAt;

    SpreadChart(Spread spread) {
        this.spread = spread;
        getStyleClass().add("spread");
        setId("score-spread");
        setAlignment(Pos.CENTER_LEFT);
        ChoiceBox<Measure> measure = new ChoiceBox<>();
        measure.getItems().setAll(Measure.values());
        measure.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Measure value) {
                        return value == null ? "" : value.title();
                    }

                    @Override
                    public Measure fromString(String text) {
                        return Measure.VISUAL;
                    }
                });
        measure.valueProperty().bindBidirectional(spread.measureProperty());
        measure.setMaxWidth(130);
        measure.setAccessibleText("Score whose spread is shown");
        plot.setId("score-spread-plot");
        plot.setMinHeight(HEIGHT);
        plot.setMaxHeight(HEIGHT);
        plot.setFocusTraversable(true);
        plot.getStyleClass().add("spread-plot");
        plot.setAccessibleText("Spread of the scores; drag to show a part, Escape to show all");
        Tooltip.install(plot, new Tooltip("Drag to show only the images in a part"));
        brush.getStyleClass().add("brush");
        brush.setMouseTransparent(true);
        brush.setManaged(false);
        for (int i = 0; i < Spread.BINS; i++) {
            Region bar = new Region();
            bar.getStyleClass().add("spread-bar");
            bar.setManaged(false);
            bars.add(bar);
        }
        plot.getChildren().setAll(bars);
        plot.getChildren().add(brush);
        plot.setOnMousePressed(event -> pressedAt = event.getX());
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseClicked(
                event -> {
                    if (event.isStillSincePress()) {
                        spread.brushProperty().set(Optional.empty());
                    }
                });
        plot.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        spread.brushProperty().set(Optional.empty());
                        event.consume();
                    }
                });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox chart = new VBox(2, plot, new HBox(low, gap, high));
        HBox.setHgrow(chart, Priority.ALWAYS);
        says.setMinWidth(110);
        clear.setOnAction(_ -> spread.brushProperty().set(Optional.empty()));
        VBox right = new VBox(2, says, clear);
        right.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(measure, chart, right);
        plot.widthProperty().subscribe(_ -> changed());
        spread.changesProperty().subscribe(_ -> changed());
        spread.brushProperty().subscribe(_ -> changed());
    }

    private void drag(MouseEvent event) {
        Spread.Bars bars = spread.bars();
        if (bars.counts().length > 0) {
            double a = value(bars, pressedAt);
            double b = value(bars, event.getX());
            spread.brushProperty()
                    .set(Optional.of(new Spread.Range(Math.min(a, b), Math.max(a, b))));
        }
    }

    private double value(Spread.Bars bars, double x) {
        double share = Math.clamp(x / Math.max(1, plot.getWidth()), 0, 1);
        return bars.from() + share * (bars.to() - bars.from());
    }

    private void changed() {
        plot.requestLayout();
        Spread.Bars bars = spread.bars();
        Optional<Spread.Range> range = spread.brushProperty().get();
        boolean any = bars.counts().length > 0;
        low.setText(any ? number(bars.from()) : "");
        high.setText(any ? number(bars.to()) : "");
        clear.setVisible(range.isPresent());
        says.setText(
                range.map(
                                r ->
                                        number(r.from())
                                                + " to "
                                                + number(r.to())
                                                + ": "
                                                + Counted.of(spread.shown().size(), "image"))
                        .orElse(any ? "Drag to narrow" : "No score yet"));
    }

    private void draw() {
        Spread.Bars drawn = spread.bars();
        int most = Arrays.stream(drawn.counts()).max().orElse(1);
        double width = plot.getWidth() / Spread.BINS;
        for (int i = 0; i < bars.size(); i++) {
            int count = i < drawn.counts().length ? drawn.counts()[i] : 0;
            double height = count == 0 ? 0 : Math.max(2, HEIGHT * count / most);
            bars.get(i).resizeRelocate(i * width, HEIGHT - height, Math.max(1, width - 1), height);
            bars.get(i).setVisible(count > 0);
        }
        Optional<Spread.Range> range = spread.brushProperty().get();
        brush.setVisible(range.isPresent());
        range.ifPresent(
                r -> {
                    double unit = plot.getWidth() / Math.max(1e-12, drawn.to() - drawn.from());
                    brush.resizeRelocate(
                            (r.from() - drawn.from()) * unit,
                            0,
                            Math.max(2, (r.to() - r.from()) * unit),
                            HEIGHT);
                });
    }

    private static String number(double value) {
        return String.format(Locale.getDefault(), "%.2f", value);
    }
}
