package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.painter.Painter;
import eliq.image.Pixels;
import eliq.pairs.degrade.Degradation;
import eliq.pairs.degrade.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContentMatchTest {
    private static final double SAME = 0.5;
    private static final Pixels CARS = painted("two red cars on a city street at night");
    private static final Pixels SOUP = painted("a bowl of fruit on a wooden table");

    private static Pixels painted(String prompt) {
        try {
            return new Painter()
                    .generate(new GenerationRequest(prompt, 3, 160, 160, new Quality.Full()));
        } catch (eliq.generate.GenerateException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "REPEATED.*|GAUSSIAN.*|LOST.*")
    void anEditKeepsTheContentAtAnyStrength(Operation edit) {
        for (double strength : new double[] {0.3, 0.6, 1}) {
            Pixels edited = Degradation.of(edit, strength, 5).apply(CARS);
            double match = ContentMatch.of(CARS, edited);
            assertTrue(match > SAME, edit.key() + " at " + strength + ": " + match);
        }
    }

    @Test
    void anotherPictureIsOtherContentEditedOrNot() {
        assertTrue(ContentMatch.of(CARS, SOUP) < SAME);
        assertTrue(ContentMatch.of(SOUP, CARS) < SAME);
        for (long seed = 0; seed < 4; seed++) {
            Pixels edited = Degradation.aesthetic(SOUP, 0.6, seed).apply(SOUP);
            assertTrue(ContentMatch.of(CARS, edited) < SAME);
        }
    }

    @Test
    void aPictureMatchesItselfAndNothingMatchesAnEmptyOne() {
        assertEquals(1, ContentMatch.of(CARS, CARS), 1e-9);
        assertEquals(0, ContentMatch.of(CARS, new Pixels(160, 160, new byte[3 * 160 * 160])));
    }
}
