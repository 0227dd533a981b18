package eliq.benchmark.eras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.benchmark.eras.EraScore.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each expected number is counted by hand. */
class EraStatisticsTest {

    private static EraScore score(String judge, String era, int image, double visual) {
        return new EraScore(
                judge,
                era,
                image % 2 == 0 ? "even" : "odd",
                "image-" + image,
                Path.of(era + "-" + image + ".png"),
                Optional.of("prompt " + image),
                visual,
                Optional.empty());
    }

    private static List<EraScore> scores(String judge, String era, double... visual) {
        List<EraScore> scores = new ArrayList<>();
        for (int i = 0; i < visual.length; i++) {
            scores.add(score(judge, era, i, visual[i]));
        }
        return scores;
    }

    @SafeVarargs
    private static List<EraScore> all(List<EraScore>... parts) {
        List<EraScore> all = new ArrayList<>();
        for (List<EraScore> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    @Test
    void distributionsAreCountedByEraAndByGenerator() {
        EraStatistics statistics =
                new EraStatistics(List.of("old"), scores("a", "old", 1, 5, 2, 7, 3));
        List<ErasResult.Distribution> found = statistics.distributions();
        assertEquals(
                List.of("", "even", "odd"),
                found.stream().map(ErasResult.Distribution::generator).toList());
        assertEquals(5, found.getFirst().images());
        assertEquals(3.6, found.getFirst().mean(), 1e-12);
        // 1, 2, 3, 5, 7: the quartiles are the second and the fourth.
        assertArrayEquals(new double[] {1.2, 2, 3, 5, 6.6}, found.getFirst().quantiles(), 1e-12);
        assertEquals(2, found.get(1).mean(), 1e-12);
        assertEquals(6, found.get(2).mean(), 1e-12);
    }

    @Test
    void pairsInOppositeOrderAreCountedAmongThoseThatBothOrder() {
        // Of six pairs the other judge turns (1, 2) and (3, 4) round.
        double[] one = {1, 2, 3, 4};
        double[] other = {2, 1, 4, 3};
        assertEquals(2.0 / 6, EraStatistics.opposed(one, other), 1e-12);
        // A tie is no order: of the five pairs left none is turned.
        assertEquals(0, EraStatistics.opposed(one, new double[] {1, 1, 3, 4}), 1e-12);
    }

    @Test
    void judgesAreComparedOverAllImagesAndWithinEachEra() {
        List<EraScore> scores =
                all(
                        scores("a", "old", 1, 2, 3),
                        scores("a", "new", 11, 12, 13),
                        scores("b", "old", 1, 2, 3),
                        scores("b", "new", 13, 12, 11));
        List<ErasResult.JudgeAgreement> found =
                new EraStatistics(List.of("old", "new"), scores).agreements();
        assertEquals(
                List.of("", "old", "new"),
                found.stream().map(ErasResult.JudgeAgreement::era).toList());
        assertEquals(1, found.get(1).srcc(), 1e-12);
        assertEquals(-1, found.get(2).srcc(), 1e-12);
        assertEquals(1, found.get(2).opposed(), 1e-12);
        // Three of fifteen pairs.
        assertEquals(0.2, found.getFirst().opposed(), 1e-12);
    }

    @Test
    void theImageWhosePlaceDiffersMostComesFirst() {
        List<EraScore> scores =
                all(scores("a", "old", 1, 2, 3, 4, 5), scores("b", "old", 5, 2, 3, 4, 1));
        List<ErasResult.Disagreement> found =
                new EraStatistics(List.of("old"), scores).disagreements(2);
        assertEquals(2, found.size());
        assertEquals("image-0", found.getFirst().image());
        assertEquals(0, found.getFirst().place(), 1e-12);
        assertEquals(1, found.getFirst().otherPlace(), 1e-12);
    }

    @Test
    void driftIsCountedByCommonPromptsWhereThereAreEnough() {
        List<EraScore> scores =
                all(
                        scores("a", "old", 1, 5, 2, 7, 3),
                        // A sixth image of another prompt does not count.
                        scores("a", "new", 2, 6, 3, 8, 4, 100));
        ErasResult.Drift drift =
                new EraStatistics(List.of("old", "new"), scores).drifts(400, 1).getFirst();
        assertTrue(drift.paired());
        assertEquals(1, drift.change(), 1e-12);
        assertEquals(1, drift.lower(), 1e-12);
        assertEquals(1, drift.upper(), 1e-12);
        // Deviation of 1, 5, 2, 7, 3 is sqrt(23.2 / 4).
        assertEquals(1 / Math.sqrt(5.8), drift.effect(), 1e-12);
    }

    @Test
    void otherwiseAllImagesAreComparedAndTheIntervalHoldsTheChange() {
        List<EraScore> scores = all(scores("a", "old", 1, 2, 3, 4), scores("a", "new", 3, 4, 5, 6));
        ErasResult.Drift drift =
                new EraStatistics(List.of("old", "new"), scores).drifts(2000, 1).getFirst();
        assertFalse(drift.paired());
        assertEquals(2, drift.change(), 1e-12);
        assertTrue(drift.lower() > 0 && drift.lower() < 2 && drift.upper() > 2, drift.toString());
        assertEquals(Kind.VISUAL, drift.kind());
    }
}
