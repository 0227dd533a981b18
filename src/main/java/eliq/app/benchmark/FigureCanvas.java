package eliq.app.benchmark;

import eliq.report.Figure;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** A figure of a report at its own size; what it says on hover in a browser it says here too. */
final class FigureCanvas extends Region {
    private final ChartInk ink = new ChartInk();
    private final Canvas canvas;
    private final Tooltip tooltip = new Tooltip();
    private final String svg;
    private List<SvgPainter.Spot> spots = List.of();

    FigureCanvas(Figure figure) {
        svg = figure.svg();
        double[] size = SvgPainter.size(svg);
        canvas = new Canvas(size[0], size[1]);
        setMinSize(size[0], size[1]);
        setPrefSize(size[0], size[1]);
        setMaxSize(size[0], size[1]);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(figure.title());
        getChildren().addAll(ink, canvas);
        ink.onChange(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tooltip.hide());
    }

    @Override
    protected void layoutChildren() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        spots = SvgPainter.draw(svg, g, ink);
    }

    private void hover(MouseEvent event) {
        Optional<SvgPainter.Spot> spot =
                spots.reversed().stream()
                        .filter(s -> !s.text().isEmpty())
                        .filter(s -> s.place().contains(new Point2D(event.getX(), event.getY())))
                        .findFirst();
        if (spot.isEmpty()) {
            tooltip.hide();
            return;
        }
        tooltip.setText(spot.get().text());
        tooltip.show(this, event.getScreenX() + 12, event.getScreenY() + 12);
    }
}
