package eliq.pairs.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.catalog.Aspect;
import eliq.image.Pixels;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DegradationTest {
    private final Pixels picture = TestPictures.natural(96, 96);

    @ParameterizedTest
    @EnumSource(Operation.class)
    void aStoredRecipeMakesTheSameBytes(Operation operation) throws Exception {
        Degradation degradation = Degradation.of(operation, 0.37, -5_000_000_000_123L);
        String stored = Degradations.toJson(degradation).toString();
        Degradation read = Degradations.ofJson(new ObjectMapper().readTree(stored));
        assertEquals(degradation, read);
        assertArrayEquals(degradation.apply(picture).rgb(), read.apply(picture).rgb());
    }

    @Test
    void theUsualAestheticNegativeIsOneCompositionAndOneColourEditBothRecorded() {
        for (long seed = 0; seed < 20; seed++) {
            Degradation degradation = Degradation.aesthetic(picture, 0.8, seed);
            assertEquals(
                    List.of(Operation.Kind.COMPOSITION, Operation.Kind.COLOUR),
                    degradation.steps().stream().map(s -> s.operation().kind()).toList());
            assertEquals(Aspect.AESTHETIC, degradation.aspect());
            assertEquals(0.8, degradation.strength());
        }
    }

    @Test
    void everyAestheticOperationIsUsedSomeTime() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < 200; seed++) {
            Degradation.aesthetic(picture, 0.5, seed)
                    .steps()
                    .forEach(s -> seen.add(s.operation().key()));
        }
        assertEquals(9, seen.size(), seen.toString());
    }

    @Test
    void oneSeedMeansTheSameOperationsAtEveryStrength() {
        assertEquals(
                Degradation.aesthetic(picture, 0.2, 9).operation(),
                Degradation.aesthetic(picture, 1, 9).operation());
        assertNotEquals(
                Degradation.aesthetic(picture, 0.2, 9).steps(),
                Degradation.aesthetic(picture, 1, 9).steps());
    }

    @Test
    void colourEditsThatWouldNotShowArePassedOver() {
        Pixels grey = TestPictures.uniform(96, 96, 150, 150, 150);
        for (long seed = 0; seed < 50; seed++) {
            Degradation degradation = Degradation.aesthetic(grey, 0.5, seed);
            assertTrue(
                    Difference.meanAbsolute(grey, degradation.apply(grey)) > 5,
                    degradation.operation());
        }
    }

    @Test
    void aDarkPictureIsNotImprovedByMoreLight() {
        Pixels night = TestPictures.uniform(96, 96, 40, 35, 60);
        for (long seed = 0; seed < 50; seed++) {
            String operation = Degradation.aesthetic(night, 0.5, seed).operation();
            assertFalse(operation.contains("blown"), operation);
        }
    }

    @Test
    void aspectsAreNotMixed() {
        List<Step> mixed =
                List.of(Step.of(Operation.TILT, 1, 1), Step.of(Operation.GAUSSIAN_BLUR, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Degradation(mixed));
    }

    @Test
    void anUnknownOperationIsNamed() throws Exception {
        var steps = new ObjectMapper().readTree("[{\"operation\": \"sepia\"}]");
        var e = assertThrows(IllegalArgumentException.class, () -> Degradations.ofJson(steps));
        assertTrue(e.getMessage().contains("\"sepia\""), e.getMessage());
    }
}
