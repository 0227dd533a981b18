package eliq.app.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A line drawn around points. It closes by itself. */
final class Lasso {
    private record Corner(double x, double y) {}

    private final List<Corner> corners = new ArrayList<>();

    void add(double x, double y) {
        corners.add(new Corner(x, y));
    }

    /** The farthest that the line got from its beginning. */
    double length() {
        return corners.stream()
                .mapToDouble(
                        c -> Math.hypot(c.x - corners.getFirst().x, c.y - corners.getFirst().y))
                .max()
                .orElse(0);
    }

    /** Places of the points within, by the even-odd rule. */
    int[] inside(double[] x, double[] y) {
        return IntStream.range(0, x.length).filter(i -> holds(x[i], y[i])).toArray();
    }

    private boolean holds(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            Corner a = corners.get(i);
            Corner b = corners.get(j);
            if (a.y > y != b.y > y && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) {
                inside = !inside;
            }
        }
        return inside;
    }

    void draw(GraphicsContext g, Color colour) {
        if (corners.size() < 2) {
            return;
        }
        double[] x = corners.stream().mapToDouble(Corner::x).toArray();
        double[] y = corners.stream().mapToDouble(Corner::y).toArray();
        g.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0.10));
        g.fillPolygon(x, y, x.length);
        g.setStroke(colour);
        g.setLineWidth(1.4);
        g.strokePolygon(x, y, x.length);
    }
}
