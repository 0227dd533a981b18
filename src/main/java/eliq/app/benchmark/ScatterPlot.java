package eliq.app.benchmark;

import eliq.report.ScatterChart;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A scatter with its fitted curve and band. Hovering shows a point's values, a click takes it, a drag draws a lasso. Points are
 * drawn when the data, the room or the theme change, never while the mouse moves.
 */
public final class ScatterPlot extends Region {
    private static final double RADIUS = 3.5;
    private static final double REACH = 9;
    private static final double DRAG = 5;

    private final ChartInk ink = new ChartInk();
    private final Canvas back = new Canvas();
    private final Canvas front = new Canvas();
    private final Consumer<OptionalInt> onTake;
    private final Consumer<int[]> onLasso;

    private Optional<ScatterChart> chart = Optional.empty();
    private PlotArea area;
    private double[] px = new double[0];
    private double[] py = new double[0];
    private OptionalInt hovered = OptionalInt.empty();
    private OptionalInt taken = OptionalInt.empty();
    private Lasso lasso = new Lasso();

    /**
     * @param onTake told the place of the point that was clicked; empty where the click hit none
     * @param onLasso told the places within a lasso, at least one
     */
    ScatterPlot(Consumer<OptionalInt> onTake, Consumer<int[]> onLasso) {
        this.onTake = onTake;
        this.onLasso = onLasso;
        getStyleClass().add("scatter-plot");
        setId("benchmark-scatter");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(260, 180);
        front.setMouseTransparent(true);
        back.setMouseTransparent(true);
        getChildren().addAll(ink, back, front);
        ink.onChange(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(nearest(e.getX(), e.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(OptionalInt.empty()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    }

    /** Shows this chart, or an empty room. */
    void show(Optional<ScatterChart> shown) {
        chart = shown;
        hovered = OptionalInt.empty();
        taken = OptionalInt.empty();
        lasso = new Lasso();
        setAccessibleText(
                shown.map(c -> c.title() + ", " + c.points().size() + " points")
                        .orElse("No scatter"));
        requestLayout();
    }

    Optional<ScatterChart> chart() {
        return chart;
    }

    /** Marks this point as the one that is shown large. */
    void take(OptionalInt place) {
        taken = place;
        drawFront();
    }

    /** Where a point lies in this node; empty where it has none. */
    public Optional<Point2D> at(int place) {
        return place >= 0 && place < px.length && Double.isFinite(px[place])
                ? Optional.of(new Point2D(px[place], py[place]))
                : Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        for (Canvas canvas : new Canvas[] {back, front}) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        GraphicsContext g = back.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        px = new double[0];
        py = new double[0];
        chart.ifPresent(c -> drawBack(g, c, width, height));
        drawFront();
    }

    private void drawBack(GraphicsContext g, ScatterChart c, double width, double height) {
        area = PlotArea.of(c.xAxis(), c.yAxis(), width, height, c.groups());
        area.draw(g, ink, c.groups());
        c.fit()
                .ifPresent(
                        f -> {
                            band(g, f);
                            name(g, f);
                        });
        int n = c.points().size();
        px = new double[n];
        py = new double[n];
        PointLayer layer = new PointLayer(width, height, scale());
        // Fewer points may be bolder; thousands must let the dense parts show.
        double opacity = n < 300 ? 0.75 : n < 3000 ? 0.5 : 0.3;
        for (int i = 0; i < n; i++) {
            ScatterChart.Point p = c.points().get(i);
            px[i] = area.atX(p.x());
            py[i] = area.atY(p.y());
            if (Double.isFinite(px[i]) && Double.isFinite(py[i])) {
                layer.disc(px[i], py[i], n < 3000 ? RADIUS : 2.6, ink.series(p.colour()), opacity);
            }
        }
        g.drawImage(
                layer.image(),
                0,
                0,
                Math.ceil(width * scale()) / scale(),
                Math.ceil(height * scale()) / scale());
        c.fit().ifPresent(f -> curve(g, f));
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getRenderScaleX());
    }

    private void band(GraphicsContext g, ScatterChart.Fit fit) {
        if (!(fit.band() > 0)) {
            return;
        }
        Color colour = ink.series(7);
        g.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0.16));
        g.beginPath();
        int n = fit.x().length;
        for (int i = 0; i < 2 * n; i++) {
            int at = i < n ? i : 2 * n - 1 - i;
            double edge = area.within(fit.y()[at] + (i < n ? fit.band() : -fit.band()));
            if (i == 0) {
                g.moveTo(area.atX(fit.x()[at]), area.atY(edge));
            } else {
                g.lineTo(area.atX(fit.x()[at]), area.atY(edge));
            }
        }
        g.closePath();
        g.fill();
    }

    private void curve(GraphicsContext g, ScatterChart.Fit fit) {
        g.setStroke(ink.ink());
        g.setLineWidth(2);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.beginPath();
        for (int i = 0; i < fit.x().length; i++) {
            double y = area.atY(area.within(fit.y()[i]));
            if (i == 0) {
                g.moveTo(area.atX(fit.x()[i]), y);
            } else {
                g.lineTo(area.atX(fit.x()[i]), y);
            }
        }
        g.stroke();
    }

    /** What the curve is, in the corner that it keeps away from; below the points, of which it must hide none. */
    private void name(GraphicsContext g, ScatterChart.Fit fit) {
        Text measured = new Text(fit.name());
        measured.setFont(Font.font(11));
        double width = measured.getLayoutBounds().getWidth() + 8;
        g.setFill(ink.paper());
        double top = rises(fit) ? area.bottom() - 20 : area.top() + 2;
        g.fillRoundRect(area.right() - width - 2, top, width, 17, 4, 4);
        g.setFont(measured.getFont());
        g.setFill(ink.ink());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(fit.name(), area.right() - 6, top + 8.5);
    }

    private static boolean rises(ScatterChart.Fit fit) {
        int last = fit.y().length - 1;
        return last >= 0 && fit.y()[last] > fit.y()[0];
    }

    private OptionalInt nearest(double x, double y) {
        int best = -1;
        double least = REACH * REACH;
        for (int i = 0; i < px.length; i++) {
            double square = (px[i] - x) * (px[i] - x) + (py[i] - y) * (py[i] - y);
            if (square <= least) {
                least = square;
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private void hover(OptionalInt place) {
        if (!place.equals(hovered)) {
            hovered = place;
            drawFront();
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        lasso = new Lasso();
        lasso.add(event.getX(), event.getY());
    }

    private void drag(MouseEvent event) {
        lasso.add(event.getX(), event.getY());
        hovered = OptionalInt.empty();
        drawFront();
    }

    private void release(MouseEvent event) {
        if (lasso.length() < DRAG) {
            lasso = new Lasso();
            OptionalInt hit = nearest(event.getX(), event.getY());
            onTake.accept(hit);
            return;
        }
        int[] inside = lasso.inside(px, py);
        if (inside.length > 0) {
            onLasso.accept(inside);
        } else {
            lasso = new Lasso();
        }
        drawFront();
    }

    private void drawFront() {
        GraphicsContext g = front.getGraphicsContext2D();
        g.clearRect(0, 0, front.getWidth(), front.getHeight());
        if (chart.isEmpty() || px.length == 0) {
            return;
        }
        lasso.draw(g, ink.accent());
        taken.ifPresent(i -> ring(g, i, 8, ink.accent()));
        hovered.ifPresent(
                i -> {
                    ring(g, i, 6, ink.ink());
                    label(g, i);
                });
    }

    private void ring(GraphicsContext g, int i, double radius, Color colour) {
        if (i < px.length) {
            g.setStroke(colour);
            g.setLineWidth(2);
            g.strokeOval(px[i] - radius, py[i] - radius, 2 * radius, 2 * radius);
        }
    }

    /** The point's name and exact values beside it, within the room. */
    private void label(GraphicsContext g, int i) {
        ScatterChart.Point p = chart.orElseThrow().points().get(i);
        String text = p.name() + "\nscore " + Words.exact(p.x()) + ", rating " + Words.exact(p.y());
        Text measured = new Text(text);
        measured.setFont(Font.font(12));
        double width = measured.getLayoutBounds().getWidth() + 16;
        double height = measured.getLayoutBounds().getHeight() + 12;
        double x = Math.clamp(px[i] + 12, 2, Math.max(2, front.getWidth() - width - 2));
        double y = py[i] - height - 10 < 2 ? py[i] + 12 : py[i] - height - 10;
        g.setFill(ink.paper());
        g.fillRoundRect(x, y, width, height, 6, 6);
        g.setStroke(ink.soft());
        g.setLineWidth(1);
        g.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, 6, 6);
        g.setFill(ink.ink());
        g.setFont(Font.font(12));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.fillText(text, x + 8, y + 6);
    }
}
