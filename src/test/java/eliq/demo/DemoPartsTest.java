package eliq.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.job.Phases;
import eliq.nano.NanoPrompts;
import eliq.pairs.BuildPairs.PromptText;
import eliq.prompts.Category;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPartsTest {

    @Test
    void scenesAreOfAllCategoriesAndUnknownToNano() {
        List<PromptText> scenes = PositivePlan.scenes(3, 2026);
        assertEquals(21, scenes.stream().map(PromptText::text).distinct().count());
        assertTrue(scenes.stream().allMatch(scene -> NanoPrompts.heldOut(scene.text())));
        var counts =
                scenes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        s -> s.categories().getFirst(), Collectors.counting()));
        for (Category category : Category.values()) {
            assertEquals(3, counts.get(category));
        }
        assertEquals(scenes, PositivePlan.scenes(3, 2026));
    }

    @Test
    void scoresThatFallWithStrengthCorrelatePerfectly() {
        double[] strengths = {0.2, 0.4, 0.6, 0.8, 1};
        double[] falling = {5, 4, 3, 2, 1};
        double[] constant = {1, 1, 1, 1, 1};
        StrengthResult right = new StrengthResult(Aspect.TECHNICAL, strengths, 6, falling);
        StrengthResult none = new StrengthResult(Aspect.AESTHETIC, strengths, 1, constant);
        assertEquals(1, right.srcc(), 1e-12);
        assertEquals(0, none.srcc());
        assertEquals(0.5, StrengthResult.mean(List.of(right, none)), 1e-12);
        assertEquals(1, StrengthResult.mean(List.of(right, none), Aspect.TECHNICAL), 1e-12);
    }

    record Number(int value) {}

    @Test
    void aFinishedPhaseIsNotDoneAgain(@TempDir Path folder) throws Exception {
        AtomicInteger runs = new AtomicInteger();
        for (int attempt = 0; attempt < 2; attempt++) {
            Number number =
                    new Phases(folder)
                            .run("pairs", Number.class, () -> new Number(runs.incrementAndGet()));
            assertEquals(1, number.value());
        }
        assertEquals(1, runs.get());
    }

    @Test
    void thePhasesCountTheTimeOfAllAttempts(@TempDir Path folder) throws Exception {
        Phases phases = new Phases(folder);
        assertThrows(
                IllegalStateException.class,
                () ->
                        phases.timed(
                                "score",
                                () -> {
                                    throw new IllegalStateException("killed");
                                }));
        double first = phases.seconds("score").get("score");
        phases.timed("score", () -> "done");
        double both = phases.seconds("score").get("score");
        assertTrue(both > first && first > 0, first + " " + both);
        assertEquals(both, phases.seconds("score", "pairs").get("total"));
    }
}
