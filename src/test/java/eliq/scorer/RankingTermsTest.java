package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each expected value is worked out by hand from the sums of the publication. */
class RankingTermsTest {

    private static AspectEmbeddings row() {
        return new AspectEmbeddings(new float[1], new float[1], Optional.of(new float[1]));
    }

    private static EmbeddedTuple.Negative negative(Aspect aspect, Family family, double strength) {
        return new EmbeddedTuple.Negative(aspect, family, "op", strength, row());
    }

    private static RankingTerms terms(boolean strengthTerms, EmbeddedTuple... tuples) {
        return RankingTerms.of(List.of(tuples), new boolean[tuples.length], 1.0, strengthTerms);
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
        RankingTerms terms = RankingTerms.of(List.of(tuple), new boolean[] {true}, 1.0, true);
        assertEquals(2, terms.rows().size());
        assertTrue(terms.alignment().isEmpty());
        assertTrue(terms.withoutPrompt()[0] && terms.withoutPrompt()[1]);
    }
}
