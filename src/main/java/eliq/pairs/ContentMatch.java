package eliq.pairs;

import eliq.image.Pixels;
import eliq.pairs.degrade.Resampling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether an edited picture still shows what the original shows, however it was reframed, turned, squeezed or coloured:
 * the share of its edges that lie where the original has edges of the same direction, under the best window of the
 * original. Changes of colour and tone leave edges where they are; another content does not. Windows are searched on a
 * coarse level, the best of them refined on a fine one.
 */
final class ContentMatch {
    private static final double[] CROPS = {1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5, 0.46};
    private static final double[] ANGLES = {3, 6, 9, 12, 16, 20, 24, 28, 32};
    private static final double[] SQUEEZES = {0.85, 0.75, 0.66, 0.58, 0.5, 0.44, 0.38, 0.33};
    private static final int FINALISTS = 4;
    private static final int REFINEMENTS = 5;

    /** An edge may have become this many times stronger. */
    private static final double CONTRAST = 2;

    private final Level coarse;
    private final Level fine;

    private ContentMatch(Pixels original, Pixels edited) {
        this.coarse = new Level(original, edited, 32, 20);
        this.fine = new Level(original, edited, 64, 32);
    }

    /** About 0.2 for unrelated pictures .. 1 for the same edges. */
    static double of(Pixels original, Pixels edited) {
        return new ContentMatch(original, edited).best();
    }

    /**
     * A part of the original, in shares of its sides.
     *
     * @param x of the centre
     * @param y of the centre
     * @param width of the part
     * @param height likewise
     * @param degrees that it is turned by
     */
    private record Part(double x, double y, double width, double height, double degrees) {}

    private record Candidate(Part part, double match) {}

    private double best() {
        return candidates().stream()
                .map(part -> new Candidate(part, coarse.match(part)))
                .sorted(Comparator.comparingDouble(Candidate::match).reversed())
                .limit(FINALISTS)
                .map(candidate -> refined(candidate.part(), 0.06, coarse))
                .map(candidate -> refined(candidate.part(), 0.03, fine))
                .mapToDouble(Candidate::match)
                .max()
                .orElseThrow();
    }

    private static List<Part> candidates() {
        List<Part> parts = new ArrayList<>();
        for (double size : CROPS) {
            double margin = (1 - size) / 2;
            for (int i = -1; i <= 1; i++) {
                for (int j = -1; j <= 1; j++) {
                    parts.add(new Part(0.5 + i * margin, 0.5 + j * margin, size, size, 0));
                }
            }
        }
        for (double angle : ANGLES) {
            double turn = StrictMath.toRadians(angle);
            double size = 1 / (StrictMath.cos(turn) + StrictMath.sin(turn));
            parts.add(new Part(0.5, 0.5, size, size, angle));
            parts.add(new Part(0.5, 0.5, size, size, -angle));
        }
        for (double kept : SQUEEZES) {
            parts.add(new Part(0.5, 0.5, kept, 1, 0));
            parts.add(new Part(0.5, 0.5, 1, kept, 0));
        }
        return parts;
    }

    private static Candidate refined(Part start, double firstStep, Level level) {
        Candidate best = new Candidate(start, level.match(start));
        double step = firstStep;
        for (int round = 0; round < REFINEMENTS; round++, step /= 2) {
            for (int parameter = 0; parameter < 5; parameter++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    Part moved = moved(best.part(), parameter, sign * step);
                    double match = level.match(moved);
                    if (match > best.match()) {
                        best = new Candidate(moved, match);
                    }
                }
            }
        }
        return best;
    }

    private static Part moved(Part p, int parameter, double by) {
        return switch (parameter) {
            case 0 -> new Part(p.x() + by, p.y(), p.width(), p.height(), p.degrees());
            case 1 -> new Part(p.x(), p.y() + by, p.width(), p.height(), p.degrees());
            case 2 -> new Part(p.x(), p.y(), p.width() + by, p.height(), p.degrees());
            case 3 -> new Part(p.x(), p.y(), p.width(), p.height() + by, p.degrees());
            default -> new Part(p.x(), p.y(), p.width(), p.height(), p.degrees() + 60 * by);
        };
    }

    /** Both pictures at one size. */
    private static final class Level {
        private final int side;
        private final int grid;
        private final double[] original;
        private final double[] edited;

        /**
         * @param side that the pictures are reduced to, in pixels
         * @param grid points across and down that are compared
         */
        Level(Pixels original, Pixels edited, int side, int grid) {
            this.side = side;
            this.grid = grid;
            this.original = brightness(original);
            this.edited = gradients(samples(brightness(edited), new Part(0.5, 0.5, 1, 1, 0)));
        }

        /** Each edge of the edited picture counts with its own strength. */
        double match(Part part) {
            double[] there = gradients(samples(original, part));
            double agreed = 0;
            double all = 0;
            for (int i = 0; i < edited.length; i += 2) {
                double strength = length(edited, i);
                double other = length(there, i);
                all += strength;
                if (strength > 0 && other > 0) {
                    agreed +=
                            (edited[i] * there[i] + edited[i + 1] * there[i + 1])
                                    / (strength * other)
                                    * Math.min(strength, CONTRAST * other);
                }
            }
            return all == 0 ? 0 : agreed / all;
        }

        private static double length(double[] vectors, int at) {
            return Math.sqrt(vectors[at] * vectors[at] + vectors[at + 1] * vectors[at + 1]);
        }

        /** The brightness under a grid of points of a part. */
        private double[] samples(double[] brightness, Part part) {
            double cosine = Math.cos(Math.toRadians(part.degrees()));
            double sine = Math.sin(Math.toRadians(part.degrees()));
            double[] samples = new double[grid * grid];
            for (int v = 0; v < grid; v++) {
                double dy = part.height() * ((v + 0.5) / grid - 0.5);
                for (int u = 0; u < grid; u++) {
                    double dx = part.width() * ((u + 0.5) / grid - 0.5);
                    samples[v * grid + u] =
                            at(
                                    brightness,
                                    (part.x() + dx * cosine + dy * sine) * side - 0.5,
                                    (part.y() - dx * sine + dy * cosine) * side - 0.5);
                }
            }
            return samples;
        }

        /** Across and down of every point within; roots of the lengths, so that a few edges do not decide alone. */
        private double[] gradients(double[] samples) {
            double[] gradients = new double[2 * grid * grid];
            for (int y = 1; y < grid - 1; y++) {
                for (int x = 1; x < grid - 1; x++) {
                    int i = y * grid + x;
                    double across = samples[i + 1] - samples[i - 1];
                    double down = samples[i + grid] - samples[i - grid];
                    double root = Math.sqrt(Math.sqrt(across * across + down * down));
                    gradients[2 * i] = root == 0 ? 0 : across / root;
                    gradients[2 * i + 1] = root == 0 ? 0 : down / root;
                }
            }
            return gradients;
        }

        private double at(double[] brightness, double x, double y) {
            double inX = Math.clamp(x, 0, side - 1.001);
            double inY = Math.clamp(y, 0, side - 1.001);
            int left = (int) inX;
            int top = (int) inY;
            double shareX = inX - left;
            double shareY = inY - top;
            int i = top * side + left;
            double above = brightness[i] * (1 - shareX) + brightness[i + 1] * shareX;
            double below = brightness[i + side] * (1 - shareX) + brightness[i + side + 1] * shareX;
            return above * (1 - shareY) + below * shareY;
        }

        private double[] brightness(Pixels picture) {
            Pixels small = Resampling.resize(picture, side, side);
            double[] brightness = new double[side * side];
            for (int i = 0; i < brightness.length; i++) {
                int x = i % side;
                int y = i / side;
                brightness[i] =
                        0.299 * small.at(x, y, 0)
                                + 0.587 * small.at(x, y, 1)
                                + 0.114 * small.at(x, y, 2);
            }
            return brightness;
        }
    }
}
