package eliq.app.score;

import eliq.app.words.Amounts;
import eliq.app.words.Decimals;
import eliq.report.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A histogram of the dropped set; dragging over it shows only the images in that part. */
final class SpreadChart extends HBox {
    private static final double HEIGHT = 56;
    private static final double SCALE_HEIGHT = 16;
    private static final int MOST_TICKS = 8;
    private static final int TICKS = 6;

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
    private final List<Label> ticks = new ArrayList<>();
    private final Pane scale =
            new Pane() {
                @Override
                protected void layoutChildren() {
                    drawScale();
                }
            };
    private final Label name = new Label();
    private final Label most = new Label();
    private final Label none = new Label();
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
        Node chart = chart();
        HBox.setHgrow(chart, Priority.ALWAYS);
        says.setId("score-spread-says");
        says.setMinWidth(110);
        clear.managedProperty().bind(clear.visibleProperty());
        clear.setOnAction(_ -> spread.brushProperty().set(Optional.empty()));
        VBox right = new VBox(2, says, clear);
        right.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(measure, chart, right);
        plot.widthProperty().subscribe(_ -> changed());
        spread.changesProperty().subscribe(_ -> changed());
        spread.brushProperty().subscribe(_ -> changed());
    }

    /** The plot with its axes: images a bar at the left, scores and what they are below. */
    private Node chart() {
        for (int i = 0; i < MOST_TICKS; i++) {
            Label tick = new Label();
            tick.setManaged(false);
            ticks.add(tick);
        }
        scale.getChildren().setAll(ticks);
        scale.setMinHeight(SCALE_HEIGHT);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox counts = new VBox(most, gap, none);
        counts.setAlignment(Pos.CENTER_RIGHT);
        counts.setMinWidth(USE_PREF_SIZE);
        GridPane grid = new GridPane(6, 0);
        grid.add(counts, 0, 0);
        grid.add(plot, 1, 0);
        grid.add(scale, 1, 1);
        grid.add(name, 1, 2);
        GridPane.setHgrow(plot, Priority.ALWAYS);
        GridPane.setHalignment(name, HPos.CENTER);
        return grid;
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
        scale.requestLayout();
        Spread.Bars bars = spread.bars();
        Optional<Spread.Range> range = spread.brushProperty().get();
        boolean any = bars.counts().length > 0;
        int highest = Arrays.stream(bars.counts()).max().orElse(0);
        most.setText(any ? Amounts.count(highest, "image") : "");
        none.setText(any ? "0" : "");
        name.setText(spread.measureProperty().get().title() + " score");
        clear.setVisible(range.isPresent());
        says.setText(
                range.map(
                                r ->
                                        number(r.from())
                                                + " to "
                                                + number(r.to())
                                                + ": "
                                                + Amounts.count(spread.shown().size(), "image"))
                        .orElse(any ? "Drag to narrow" : spread.absence()));
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

    /** Round numbers below the bars. */
    private void drawScale() {
        Spread.Bars drawn = spread.bars();
        Axis axis = Axis.exactly("", drawn.from(), drawn.to(), TICKS);
        List<Double> values = drawn.counts().length > 0 ? axis.ticks() : List.of();
        for (int i = 0; i < ticks.size(); i++) {
            Label tick = ticks.get(i);
            tick.setVisible(i < values.size());
            if (tick.isVisible()) {
                tick.setText(Decimals.fixed(values.get(i), axis.decimals()));
                tick.autosize();
                double middle = axis.share(values.get(i)) * scale.getWidth();
                double left = middle - tick.getWidth() / 2;
                tick.relocate(
                        Math.clamp(left, 0, Math.max(0, scale.getWidth() - tick.getWidth())), 0);
            }
        }
    }

    private static String number(double value) {
        return Decimals.fixed(value, 2);
    }
}
