package eliq.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleBinaryOperator;

/** The least value of a function of two variables, without derivatives (Nelder and Mead 1965). */
final class PlaneSearch {
    private static final double FLAT = 1e-14;

    private final DoubleBinaryOperator function;

    PlaneSearch(DoubleBinaryOperator function) {
        this.function = function;
    }

    private record Corner(double x, double y, double value) {}

    private Corner corner(double x, double y) {
        double value = function.applyAsDouble(x, y);
        return new Corner(x, y, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    /**
     * Goes downhill from a point.
     *
     * @param step first width of the search in both directions
     * @param evaluations of the function, about
     * @return {x, y}
     */
    double[] descend(double x, double y, double step, int evaluations) {
        Corner[] corners = {corner(x, y), corner(x + step, y), corner(x, y + step)};
        for (int used = 3; used < evaluations; used += 2) {
            Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
            Corner best = corners[0];
            Corner worst = corners[2];
            if (worst.value - best.value <= FLAT * Math.abs(best.value)
                    && Math.abs(worst.x - best.x) + Math.abs(worst.y - best.y) < 1e-7) {
                break;
            }
            double middleX = (best.x + corners[1].x) / 2;
            double middleY = (best.y + corners[1].y) / 2;
            Corner mirrored = towards(middleX, middleY, worst, -1);
            if (mirrored.value < best.value) {
                Corner further = towards(middleX, middleY, worst, -2);
                corners[2] = further.value < mirrored.value ? further : mirrored;
            } else if (mirrored.value < corners[1].value) {
                corners[2] = mirrored;
            } else {
                Corner nearer =
                        towards(middleX, middleY, worst, mirrored.value < worst.value ? -0.5 : 0.5);
                if (nearer.value < Math.min(worst.value, mirrored.value)) {
                    corners[2] = nearer;
                } else {
                    corners[1] = towards(best.x, best.y, corners[1], 0.5);
                    corners[2] = towards(best.x, best.y, worst, 0.5);
                }
            }
        }
        Corner best = Arrays.stream(corners).min(Comparator.comparingDouble(Corner::value)).get();
        return new double[] {best.x, best.y};
    }

    /** The point on the line from a middle through a corner: at share 1 the corner, at -1 its mirror image. */
    private Corner towards(double x, double y, Corner corner, double share) {
        return corner(x + share * (corner.x - x), y + share * (corner.y - y));
    }
}
