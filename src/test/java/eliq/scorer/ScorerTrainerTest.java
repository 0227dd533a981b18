package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTrainerTest {
    private static final NetworkSettings SMALL = new NetworkSettings(0, 16, 1, 2, 32, 0.1);
    private static final TrainingSettings SHORT =
            new TrainingSettings(1, true, 0.3, 3e-3, 0.01, 1, 5, 12, 8, 0, 0.25, 3);

    @Test
    void learnsTheRightOrderOfHeldOutTuples() throws Exception {
        List<EmbeddedTuple> tuples = new Synthetic(1).tuples(40);
        TrainedNetwork trained =
                ScorerTrainer.train(
                        tuples, SMALL, SHORT.withEpochs(25), Optional.empty(), epoch -> {});
        Epoch best = trained.bestEpoch();
        for (Aspect aspect : Aspect.values()) {
            double accuracy = best.validationAccuracy().get(aspect);
            assertTrue(accuracy > 0.9, aspect + " " + accuracy);
        }
    }

    @Test
    void aKilledTrainingGoesOnWithTheSameLosses(@TempDir Path directory) throws Exception {
        List<EmbeddedTuple> tuples = new Synthetic(2).tuples(24);
        TrainedNetwork whole =
                ScorerTrainer.train(tuples, SMALL, SHORT, Optional.empty(), epoch -> {});

        Optional<Path> state = Optional.of(directory.resolve("state.safetensors"));
        List<Epoch> seen = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> ScorerTrainer.train(tuples, SMALL, SHORT, state, stopAfter(5, seen)));
        TrainedNetwork resumed = ScorerTrainer.train(tuples, SMALL, SHORT, state, seen::add);

        assertEquals(whole.history(), seen);
        assertEquals(whole.history(), resumed.history());
        whole.weights()
                .tensors()
                .forEach(
                        (name, weight) ->
                                assertArrayEquals(
                                        weight.values(), resumed.weights().get(name).values()));
    }

    private static ScorerTrainer.Listener stopAfter(int epochs, List<Epoch> seen) {
        return new ScorerTrainer.Listener() {
            @Override
            public void epoch(Epoch done) {
                seen.add(done);
            }

            @Override
            public boolean cancelled() {
                return seen.size() >= epochs;
            }
        };
    }

    @Test
    void aStateOfAnotherTrainingIsRefused(@TempDir Path directory) throws Exception {
        Optional<Path> state = Optional.of(directory.resolve("state.safetensors"));
        List<EmbeddedTuple> tuples = new Synthetic(2).tuples(6);
        ScorerTrainer.train(tuples, SMALL, SHORT.withEpochs(1), state, epoch -> {});
        ScorerException refused =
                assertThrows(
                        ScorerException.class,
                        () ->
                                ScorerTrainer.train(
                                        tuples,
                                        SMALL,
                                        SHORT.withEpochs(1).withSeed(9),
                                        state,
                                        epoch -> {}));
        assertTrue(refused.getMessage().contains("other images or settings"));
    }

    @Test
    void anotherSeedIsAnotherTraining() throws Exception {
        List<EmbeddedTuple> tuples = new Synthetic(2).tuples(8);
        TrainingSettings brief = SHORT.withEpochs(2);
        assertNotEquals(
                ScorerTrainer.train(tuples, SMALL, brief, Optional.empty(), e -> {}).history(),
                ScorerTrainer.train(tuples, SMALL, brief.withSeed(4), Optional.empty(), e -> {})
                        .history());
    }

    @Test
    void tuplesWithoutNegativesTeachNothing() {
        EmbeddedTuple alone = new EmbeddedTuple("p", new Synthetic(1).image(0, 0, 0), List.of());
        assertThrows(
                ScorerException.class,
                () ->
                        ScorerTrainer.train(
                                List.of(alone), SMALL, SHORT, Optional.empty(), epoch -> {}));
    }
}
