package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.Recipe;
import eliq.generate.FixedGenerators;
import eliq.generate.GenerationRequest;
import eliq.image.Pixels;
import eliq.pairs.MadeTuple.Content;
import eliq.pairs.MadeTuple.MadeNegative;
import eliq.pairs.degrade.Difference;
import eliq.prompts.Lexicon;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TupleMakerTest {
    private static final List<String> PROMPTS =
            List.of("a red car in a street", "two cats on a sofa", "a bowl of hot soup");
    private final PatternPainter painter = new PatternPainter();

    static PairSettings small(long seed) {
        return strengths(PairSettings.of(seed), 0.3, 1);
    }

    /** The settings with small pictures and these strengths. */
    private static PairSettings strengths(PairSettings usual, double least, double greatest) {
        return new PairSettings(
                usual.seed(),
                usual.counts(),
                least,
                greatest,
                usual.strengths(),
                usual.distortion(),
                0.5,
                1,
                64,
                48,
                64 * 64,
                PromptSplit.none());
    }

    private TupleMaker maker(PairSettings settings) {
        PromptDistance distance = new LexiconDistance(Lexicon.shipped());
        return new TupleMaker(
                new TuplePlanner(
                        settings,
                        new PromptShuffle(PROMPTS, distance, 0.5, settings.split()),
                        new PlainVariants(),
                        distance));
    }

    @Test
    void everyKindIsMadeAsOftenAsTheSettingsSay() throws Exception {
        PairSettings settings =
                small(1).with(NegativeKind.DISTORTED, 3).with(NegativeKind.WEAK_GENERATOR, 0);
        MadeTuple tuple = maker(settings).make(PROMPTS.getFirst(), 0, TupleArtists.of(painter));
        var counts =
                tuple.negatives().stream()
                        .collect(Collectors.groupingBy(MadeNegative::kind, Collectors.counting()));
        for (NegativeKind kind : NegativeKind.values()) {
            assertEquals(
                    settings.count(kind), counts.getOrDefault(kind, 0L).intValue(), kind.key());
        }
        assertEquals(List.of(), tuple.missing());
        for (MadeNegative negative : tuple.negatives()) {
            assertEquals(negative.kind().aspect(), negative.recipe().aspect());
            assertEquals(negative.kind().family(), negative.recipe().family());
        }
    }

    @Test
    void aRecipeMakesTheNegativeAgainToTheByte() throws Exception {
        MadeTuple tuple = maker(small(2)).make(PROMPTS.getFirst(), 0, TupleArtists.of(painter));
        for (MadeNegative negative : tuple.negatives()) {
            Pixels again =
                    Recipes.remake(
                            negative.recipe(), tuple.positive(), FixedGenerators.of(painter));
            Pixels first =
                    negative.content() instanceof Content.Image image
                            ? image.pixels()
                            : tuple.positive();
            assertArrayEquals(first.rgb(), again.rgb(), negative.kind().key());
        }
    }

    @Test
    void theSameSettingsGiveTheSameTupleAndAnotherSeedAnother() throws Exception {
        MadeTuple once = maker(small(3)).make(PROMPTS.getFirst(), 0, TupleArtists.of(painter));
        MadeTuple again = maker(small(3)).make(PROMPTS.getFirst(), 0, TupleArtists.of(painter));
        MadeTuple other = maker(small(4)).make(PROMPTS.getFirst(), 0, TupleArtists.of(painter));
        assertEquals(recipes(once), recipes(again));
        assertFalse(recipes(once).equals(recipes(other)));
    }

    @Test
    void everyNegativeImageDiffersFromItsPositive() throws Exception {
        MadeTuple tuple = maker(small(5)).make(PROMPTS.getFirst(), 0, TupleArtists.of(painter));
        for (MadeNegative negative : tuple.negatives()) {
            if (negative.content() instanceof Content.Image image) {
                assertTrue(
                        Difference.psnr(tuple.positive(), image.pixels()) < 40,
                        negative.kind().key());
            }
        }
    }

    @Test
    void bothMismatchesUseOneModifiedPrompt() throws Exception {
        MadeTuple tuple = maker(small(6)).make(PROMPTS.getFirst(), 0, TupleArtists.of(painter));
        assertEquals(
                "a blue car in a street",
                ((Content.WrongPrompt) one(tuple, NegativeKind.CHANGED_PROMPT).content()).text());
        assertTrue(
                painter.requests().stream()
                        .map(GenerationRequest::prompt)
                        .anyMatch("a blue car in a street"::equals));
        Recipe drawn = one(tuple, NegativeKind.CHANGED_IMAGE).recipe();
        assertEquals(Aspect.ALIGNMENT, drawn.aspect());
        assertEquals(Family.AI_SPECIFIC, drawn.family());
    }

    @Test
    void whatCannotBeMadeIsSaid() throws Exception {
        MadeTuple tuple = maker(small(7)).make("two cats on a sofa", 0, TupleArtists.of(painter));
        assertEquals(7, tuple.negatives().size());
        assertTrue(tuple.missing().getFirst().contains("two cats on a sofa"));
    }

    @Test
    void anOwnImageWithoutGeneratorGetsWhatCanBeMadeOfIt() throws Exception {
        Pixels own = PatternPainter.draw(GenerationRequest.of("mine", 1));
        MadeTuple tuple = maker(small(8)).make(PROMPTS.getFirst(), own, 77, TupleArtists.nobody());
        assertEquals(
                List.of(
                        NegativeKind.DISTORTED,
                        NegativeKind.EDITED,
                        NegativeKind.SHUFFLED_PROMPT,
                        NegativeKind.CHANGED_PROMPT),
                tuple.negatives().stream().map(MadeNegative::kind).toList());
    }

    @Test
    void strengthsStayInTheirRange() throws Exception {
        PairSettings settings = strengths(small(9).with(NegativeKind.DISTORTED, 20), 0.6, 0.7);
        MadeTuple tuple = maker(settings).make(PROMPTS.getFirst(), 0, TupleArtists.of(painter));
        tuple.negatives().stream()
                .filter(n -> n.recipe().aspect() != Aspect.ALIGNMENT)
                .forEach(
                        n -> {
                            double strength = n.recipe().strength();
                            assertTrue(strength >= 0.6 && strength <= 0.7, "" + strength);
                        });
    }

    @Test
    void aTupleHoldsItsDegradationsAtSeveralStrengths() throws Exception {
        PairSettings settings =
                small(9).with(NegativeKind.DISTORTED, 3).with(NegativeKind.EDITED, 4);
        for (String prompt : PROMPTS) {
            MadeTuple tuple = maker(settings).make(prompt, 0, TupleArtists.of(painter));
            List<Recipe> distorted = recipes(tuple, NegativeKind.DISTORTED);
            List<Recipe> edited = recipes(tuple, NegativeKind.EDITED);

            assertEquals(1, distorted.stream().map(Recipe::seed).distinct().count());
            assertEquals(3, distorted.stream().map(Recipe::strength).distinct().count());
            for (int series = 0; series < 2; series++) {
                Recipe one = edited.get(series);
                Recipe other = edited.get(series + 2);
                assertEquals(one.operation(), other.operation());
                assertEquals(one.seed(), other.seed());
                assertNotEquals(one.strength(), other.strength());
            }
            assertNotEquals(edited.get(0).seed(), edited.get(1).seed());
        }
    }

    private static List<Recipe> recipes(MadeTuple tuple, NegativeKind kind) {
        return tuple.negatives().stream()
                .filter(n -> n.kind() == kind)
                .map(MadeNegative::recipe)
                .toList();
    }

    @Test
    void settingsCanKeepOneFamily() {
        PairSettings conventional = PairSettings.of(1).only(Family.CONVENTIONAL);
        assertEquals(
                List.of(true, true, true, false, false, false, false, false, false),
                Arrays.stream(NegativeKind.values())
                        .map(kind -> conventional.count(kind) == 1)
                        .toList());
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        var e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> strengths(PairSettings.of(1), 0.9, 0.2));
        assertTrue(e.getMessage().contains("0.9"), e.getMessage());
    }

    @Test
    void aSeriesRisesInStrengthWithOneOperation() {
        Pixels picture =
                PatternPainter.draw(
                        new GenerationRequest(
                                "x", 1, 96, 96, new GenerationRequest.Quality.Full()));
        for (Aspect aspect : List.of(Aspect.TECHNICAL, Aspect.AESTHETIC)) {
            var series = StrengthSeries.of(picture, aspect, 5, 3);
            assertEquals(
                    List.of(0.2, 0.4, 0.6, 0.8, 1.0),
                    series.stream().map(StrengthSeries.Graded::strength).toList());
            assertEquals(
                    1, series.stream().map(g -> g.degradation().operation()).distinct().count());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> StrengthSeries.of(picture, Aspect.ALIGNMENT, 5, 3));
    }

    private static List<Recipe> recipes(MadeTuple tuple) {
        return tuple.negatives().stream().map(MadeNegative::recipe).toList();
    }

    private static MadeNegative one(MadeTuple tuple, NegativeKind kind) {
        return tuple.negatives().stream().filter(n -> n.kind() == kind).findFirst().orElseThrow();
    }
}
