package eliq.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The plot itself: grid, ticks, curves, and the mark at the place that is read. */
final class PlotPane extends Pane {
    private static final int DOTTED = 12;

    private final Pane curves = new Pane();
    private final Pane marks = new Pane();
    private Chart chart;
    private ChartLayout layout;
    private Optional<Readout> marked = Optional.empty();

    PlotPane(Chart chart) {
        this.chart = chart;
        this.layout = ChartLayout.of(chart, 300, 150, Locale.getDefault());
        setMinSize(160, 110);
        setPrefSize(420, 190);
        getStyleClass().add("plot");
        marks.setMouseTransparent(true);
        widthProperty().subscribe((_, _) -> draw());
        heightProperty().subscribe((_, _) -> draw());
    }

    void show(Chart now) {
        chart = now;
        draw();
    }

    Optional<Readout> readoutAt(double across) {
        return Readout.near(chart, layout.valueAt(across));
    }

    void mark(Optional<Readout> now) {
        marked = now;
        drawMarks();
    }

    private void draw() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        layout = ChartLayout.of(chart, getWidth(), getHeight(), Locale.getDefault());
        List<Node> nodes = new ArrayList<>();
        axes(nodes);
        Rectangle clip =
                new Rectangle(
                        layout.left() - 4,
                        layout.top() - 4,
                        layout.width() + 8,
                        layout.height() + 8);
        curves.setClip(clip);
        curves.getChildren().clear();
        chart.series().forEach(this::draw);
        nodes.add(curves);
        for (CurveEnds.End end : CurveEnds.of(chart, layout)) {
            Text letter = text(end.tone().letter());
            letter.getStyleClass().setAll("chart-end", end.tone().styleClass());
            letter.setX(end.across());
            letter.setY(end.down() + 4);
            nodes.add(letter);
        }
        nodes.add(marks);
        getChildren().setAll(nodes);
        drawMarks();
    }

    private void axes(List<Node> nodes) {
        double right = layout.left() + layout.width();
        double bottom = layout.top() + layout.height();
        for (double value : layout.yTicks().values()) {
            double down = Math.round(layout.downOf(value)) + 0.5;
            nodes.add(styled(new Line(layout.left(), down, right, down), "chart-grid"));
            Text label = text(layout.yTicks().label(value, Locale.getDefault()));
            label.setX(layout.left() - 6 - label.getLayoutBounds().getWidth());
            label.setY(down + 4);
            nodes.add(label);
        }
        nodes.add(styled(new Line(layout.left(), bottom, right, bottom), "chart-axis"));
        double free = 0;
        for (double value : layout.xTicks().values()) {
            double across = Math.round(layout.acrossOf(value)) + 0.5;
            nodes.add(styled(new Line(across, bottom, across, bottom + 4), "chart-axis"));
            Text label = text(layout.xTicks().label(value, Locale.getDefault()));
            double half = label.getLayoutBounds().getWidth() / 2;
            if (across - half >= free) {
                label.setX(across - half);
                label.setY(bottom + 17);
                nodes.add(label);
                free = across + half + 8;
            }
        }
        Text x = text(chart.x().title());
        x.setX(layout.left() + (layout.width() - x.getLayoutBounds().getWidth()) / 2);
        x.setY(bottom + 33);
        nodes.add(x);
        Text y = text(chart.y().title());
        double half = y.getLayoutBounds().getWidth() / 2;
        // Turned about its own middle.
        y.setX(11 - half);
        // One longer than the plot goes on below it, where nothing else stands.
        y.setY(Math.max(layout.top() + layout.height() / 2, half + 1) + 4);
        y.setRotate(-90);
        nodes.add(y);
    }

    private void draw(Series series) {
        if (series.look() == Series.Look.POINTS) {
            for (Point point : series.points()) {
                curves.getChildren().add(dot(series, point, 3, "chart-dot"));
            }
            return;
        }
        Polyline line = new Polyline();
        for (Point point : Smoothing.thinned(series.points(), (int) layout.width())) {
            line.getPoints().addAll(layout.acrossOf(point.x()), layout.downOf(point.y()));
        }
        line.getStyleClass().addAll("chart-line", series.tone().styleClass());
        switch (series.look()) {
            case FAINT -> line.getStyleClass().add("faint");
            case DASHED -> line.getStyleClass().add("dashed");
            case LINE, POINTS -> {}
        }
        curves.getChildren().add(line);
        if (series.points().size() <= DOTTED && series.look() != Series.Look.FAINT) {
            // A single value is a curve too.
            series.points()
                    .forEach(
                            point ->
                                    curves.getChildren().add(dot(series, point, 2.5, "chart-dot")));
        }
    }

    private void drawMarks() {
        marks.getChildren().clear();
        if (marked.isEmpty()) {
            return;
        }
        Readout readout = marked.get();
        double across = layout.acrossOf(readout.x());
        marks.getChildren()
                .add(
                        styled(
                                new Line(
                                        across,
                                        layout.top(),
                                        across,
                                        layout.top() + layout.height()),
                                "chart-cursor"));
        for (Readout.Value value : readout.values()) {
            marks.getChildren()
                    .add(dot(value.series(), new Point(readout.x(), value.y()), 4, "chart-mark"));
        }
    }

    private Circle dot(Series series, Point point, double radius, String style) {
        Circle dot = new Circle(layout.acrossOf(point.x()), layout.downOf(point.y()), radius);
        dot.getStyleClass().addAll(style, series.tone().styleClass());
        return dot;
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }

    private static Text text(String words) {
        Text text = styled(new Text(words), "chart-text");
        // Not by the style sheet, which would be applied after it was measured.
        text.setFont(Font.font(Font.getDefault().getSize() * 0.9));
        return text;
    }
}
