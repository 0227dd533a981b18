package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResidualTest {

    private static Residual residual(String name, double rating, double curve) {
        return new Residual(
                new Evaluation.EvaluatedImage(
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(rating),
                        Optional.empty(),
                        Map.of(),
                        Map.of()),
                0,
                rating,
                curve);
    }

    @Test
    void theWorstAreTheFarthestOnEitherSideAndNoneWithoutACurve() {
        List<Residual> all =
                List.of(
                        residual("near", 3, 2.9),
                        residual("liked more", 5, 2),
                        residual("without", 1, Double.NaN),
                        residual("liked less", 1, 3));
        assertEquals(
                List.of("liked more", "liked less"),
                Residual.worst(all, 2).stream().map(r -> r.image().name()).toList());
        assertEquals(3, Residual.worst(all, 9).size());
        assertEquals(-2, all.getLast().value());
    }
}
