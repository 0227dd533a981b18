package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each expected value is worked out by hand from the sums of the publication. */
class RankingTermsTest {

    private static AspectEmbeddings row() {
        return new AspectEmbeddings(
                new float[1],
                new float[1],
                Optional.of(new float[1]),
                new float[AspectEmbeddings.EVIDENCE]);
    }

    private static EmbeddedTuple.Negative negative(Aspect aspect, Family family, double strength) {
        return new EmbeddedTuple.Negative(aspect, family, "op", strength, row());
    }

    private static RankingTerms terms(boolean strengthTerms, EmbeddedTuple... tuples) {
        return terms(settings(strengthTerms), tuples);
    }

    private static RankingTerms terms(TrainingSettings settings, EmbeddedTuple... tuples) {
        return RankingTerms.of(
                List.of(tuples), new boolean[tuples.length], settings, new SplittableRandom(1));
    }

    private static TrainingSettings settings(boolean strengthTerms) {
        return settings(RankingLoss.MULTIPLE, strengthTerms, 0, 1, 1);
    }

    private static TrainingSettings settings(
            RankingLoss ranking,
            boolean strengthTerms,
            double marginGrowth,
            double strengthMargin,
            double strengthWeight) {
        return new TrainingSettings(
                1,
                strengthTerms,
                0.3,
                1e-3,
                0,
                1,
                0,
                1,
                8,
                0,
                0,
                1,
                ranking,
                marginGrowth,
                strengthMargin,
                strengthWeight,
                Selection.LOSS);
    }

    @Test
    void oneTupleWithOneNegativeAnAspectGivesThePublishedSum() {
        RankingTerms terms =
                terms(
                        false,
                        new EmbeddedTuple(
                                "p",
                                row(),
                                List.of(
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 1),
                                        negative(Aspect.AESTHETIC, Family.CONVENTIONAL, 1),
                                        negative(Aspect.ALIGNMENT, Family.CONVENTIONAL, 1))));
        // rows: I+, I_tec-, I_aes-, (I+, p_ali-)
        double[] visual = {2.0, 1.25, 0.5, 9.0};
        double[] alignment = {0.5, 9.0, 9.0, 0.25};
        // max(0, 1 - 2 + 1.25) + max(0, 1 - 2 + 0.5) + max(0, 1 - 0.5 + 0.25)
        assertEquals(0.25 + 0 + 0.75, terms.loss(visual, alignment), 1e-12);
    }

    @Test
    void severalNegativesOfOneKindCountAsOneTermTogether() {
        RankingTerms terms =
                terms(
                        false,
                        new EmbeddedTuple(
                                "p",
                                row(),
                                List.of(
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 0.5),
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 1),
                                        negative(Aspect.TECHNICAL, Family.AI_SPECIFIC, 1))));
        double[] visual = {0, 1, 0, -0.5};
        // conventional: mean of 2 and 1; AI-specific: 0.5
        assertEquals(1.5 + 0.5, terms.loss(visual, new double[4]), 1e-12);
    }

    @Test
    void theBatchLossIsTheMeanOverItsTuples() {
        EmbeddedTuple tuple =
                new EmbeddedTuple(
                        "p", row(), List.of(negative(Aspect.AESTHETIC, Family.CONVENTIONAL, 1)));
        RankingTerms terms = terms(false, tuple, tuple);
        // first tuple: 1 - 0 + 1 = 2; second: 1 - 3 + 1 < 0
        assertEquals(1.0, terms.loss(new double[] {0, 1, 3, 1}, new double[4]), 1e-12);
    }

    @Test
    void strengthTermsRankTheWeakerAboveTheStronger() {
        RankingTerms terms =
                terms(
                        true,
                        new EmbeddedTuple(
                                "p",
                                row(),
                                List.of(
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 1.0),
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 0.25))));
        // rows: I+, strong, weak. Positive terms are 0; weak over strong by 0.75 * m.
        double[] visual = {10, 0, 0.5};
        assertEquals(0.25, terms.loss(visual, new double[3]), 1e-12);
    }

    @Test
    void aTupleReadWithoutItsPromptHasNoAlignmentTerm() {
        EmbeddedTuple tuple =
                new EmbeddedTuple(
                        "p",
                        row(),
                        List.of(
                                negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 1),
                                negative(Aspect.ALIGNMENT, Family.CONVENTIONAL, 1)));
        RankingTerms terms =
                RankingTerms.of(
                        List.of(tuple),
                        new boolean[] {true},
                        settings(true),
                        new SplittableRandom(1));
        assertEquals(2, terms.rows().size());
        assertTrue(terms.alignment().isEmpty());
        assertTrue(terms.withoutPrompt()[0] && terms.withoutPrompt()[1]);
    }

    @Test
    void aGrowingMarginAsksMoreOfAStrongDegradation() {
        RankingTerms terms =
                terms(
                        settings(RankingLoss.MULTIPLE, false, 0.5, 1, 1),
                        new EmbeddedTuple(
                                "p",
                                row(),
                                List.of(
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 0.25),
                                        negative(Aspect.AESTHETIC, Family.CONVENTIONAL, 1),
                                        negative(Aspect.ALIGNMENT, Family.CONVENTIONAL, 0.9))));
        // margins 1 - 0.5 + 2 * 0.5 * s: 0.75 and 1.5; a wrong prompt keeps 1
        assertEquals(0.75 + 1.5 + 1, terms.loss(new double[4], new double[4]), 1e-12);
    }

    @Test
    void everyTwoStrengthsOfAnOperationAreRankedWithTheirOwnMarginAndWeight() {
        RankingTerms terms =
                terms(
                        settings(RankingLoss.MULTIPLE, true, 0, 2, 3),
                        new EmbeddedTuple(
                                "p",
                                row(),
                                List.of(
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 1.0),
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 0.25),
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 0.5))));
        // Positive terms are 0. Margins 2 * 0.75, 2 * 0.25 and 2 * 0.5 between equal scores, mean
        // 1, times 3.
        assertEquals(3, terms.loss(new double[] {10, 0, 0, 0}, new double[4]), 1e-12);
    }

    @Test
    void strengthsOfDifferentOperationsAreNotCompared() {
        RankingTerms terms =
                terms(
                        true,
                        new EmbeddedTuple(
                                "p",
                                row(),
                                List.of(
                                        negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 1.0),
                                        new EmbeddedTuple.Negative(
                                                Aspect.TECHNICAL,
                                                Family.CONVENTIONAL,
                                                "other",
                                                0.25,
                                                row()))));
        assertEquals(0, terms.loss(new double[] {10, 0, 0}, new double[3]), 1e-12);
    }

    @Test
    void aSingleTermIsOneKindOfEachScoreAndEveryKindHasItsTurn() {
        EmbeddedTuple tuple =
                new EmbeddedTuple(
                        "p",
                        row(),
                        List.of(
                                negative(Aspect.TECHNICAL, Family.CONVENTIONAL, 1),
                                negative(Aspect.AESTHETIC, Family.CONVENTIONAL, 1),
                                negative(Aspect.ALIGNMENT, Family.CONVENTIONAL, 1),
                                negative(Aspect.ALIGNMENT, Family.AI_SPECIFIC, 1)));
        SplittableRandom draw = new SplittableRandom(4);
        Set<Integer> ranked = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            RankingTerms terms =
                    RankingTerms.of(
                            List.of(tuple),
                            new boolean[1],
                            settings(RankingLoss.SINGLE, true, 0, 1, 1),
                            draw);
            assertEquals(1, terms.visual().size());
            assertEquals(1, terms.alignment().size());
            ranked.add(terms.visual().getFirst().worse());
            ranked.add(terms.alignment().getFirst().worse());
        }
        assertEquals(Set.of(1, 2, 3, 4), ranked);
    }
}
