package eliq.pairs;

import eliq.catalog.Aspect;
import eliq.image.Pixels;
import eliq.pairs.degrade.Degradation;
import java.util.ArrayList;
import java.util.List;

/**
 * One picture made worse step by step, to see whether scores fall with it: the same operations with the same seed at
 * evenly rising strengths.
 */
public final class StrengthSeries {
    private StrengthSeries() {}

    /** A member: its strength and how it is made. */
    public record Graded(double strength, Degradation degradation) {}

    /**
     * @param aspect technical (repeated JPEG and noise) or aesthetic (one composition and one colour edit)
     * @param steps how many; strengths 1 / steps .. 1
     * @throws IllegalArgumentException for alignment, which has no strengths
     */
    public static List<Graded> of(Pixels picture, Aspect aspect, int steps, long seed) {
        List<Graded> series = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            double strength = (double) i / steps;
            Degradation degradation =
                    switch (aspect) {
                        case TECHNICAL -> Degradation.technical(strength, seed);
                        case AESTHETIC -> Degradation.aesthetic(picture, strength, seed);
                        case ALIGNMENT ->
                                throw new IllegalArgumentException(
                                        "a wrong prompt has no strength; ask for technical or aesthetic");
                    };
            series.add(new Graded(strength, degradation));
        }
        return series;
    }
}
