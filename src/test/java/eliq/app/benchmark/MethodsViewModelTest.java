package eliq.app.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.benchmark.EvaluateParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MethodsViewModelTest {
    private static final Choice SCORER =
            new Choice(Choice.Kind.SCORER, "models/s", "s", "", Optional.empty());
    private static final Choice BROKEN =
            new Choice(Choice.Kind.SCORER, "models/t", "t", "", Optional.of("a file is missing"));
    private static final Choice NIQE =
            new Choice(Choice.Kind.METRIC, "niqe", "NIQE", "", Optional.empty());

    private final MethodsViewModel model = new MethodsViewModel();

    private static Optional<SetSummary> set(int found) {
        return Optional.of(new SetSummary("s", "table", 10, found, 2, List.of("quality")));
    }

    @Test
    void theFirstScorerThatIsReadyIsTakenOnceAndNoBrokenOneIsOffered() {
        model.offer(List.of(BROKEN, SCORER, NIQE));
        assertEquals(List.of(SCORER), model.scorers());
        assertEquals(Optional.of(SCORER), model.scorerProperty().get());
        model.scorerProperty().set(Optional.empty());
        model.metrics().getFirst().chosen().set(true);
        model.offer(List.of(SCORER, NIQE));
        assertEquals(Optional.empty(), model.scorerProperty().get());
        assertTrue(model.metrics().getFirst().chosen().get());
    }

    @Test
    void withoutImagesOnlyFilesOfScoresCanBeHeldAgainstASet() {
        model.offer(List.of(SCORER));
        assertEquals(Optional.of("Choose a rated set."), model.problem());
        model.setProperty().set(set(0));
        assertTrue(model.problem().orElseThrow().startsWith("The images of this set"));
        model.scorerProperty().set(Optional.empty());
        assertTrue(model.problem().orElseThrow().startsWith("Choose a scorer"));
        model.addScores(Path.of("other.csv"), false);
        assertEquals(Optional.empty(), model.problem());
    }

    @Test
    void whatIsRunIsWhatWasChosen() {
        model.offer(List.of(SCORER, NIQE));
        model.setProperty().set(set(10));
        model.metrics().getFirst().chosen().set(true);
        model.addScores(Path.of("other.csv"), false);
        model.addScores(Path.of("elsewhere/other.csv"), false);
        model.turn(model.imported().get(1), true);
        model.splitsProperty().set(0);
        EvaluateParameters run = model.parameters(Path.of("out"));
        assertEquals(Optional.of(Path.of("models/s")), run.scorer());
        assertEquals(List.of("niqe"), run.metrics());
        assertEquals(
                List.of("other", "other 2"), run.imported().stream().map(s -> s.name()).toList());
        assertTrue(run.imported().get(1).lowerIsBetter());
        assertEquals(0, run.weak().repeats());
        assertEquals(2000, run.statistics().bootstrap().draws());
    }
}
