package eliq.benchmark.ablation;

import eliq.catalog.CatalogException;
import eliq.file.WholeFile;
import eliq.job.JobContext;
import eliq.job.JobException;
import eliq.job.JobJson;
import eliq.scorer.Epoch;
import eliq.scorer.ScorerException;
import eliq.scorer.ScorerTrainer;
import eliq.scorer.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One training of one cell: a part of the job with a folder of its own. */
final class CellRun {
    private final Cell cell;
    private final long seed;
    private final AblateParameters parameters;
    private final JobContext part;

    CellRun(Cell cell, long seed, AblateParameters parameters, JobContext whole) {
        this.cell = cell;
        this.seed = seed;
        this.parameters = parameters;
        this.part = whole.part("cell-" + cell.key() + "-" + seed);
    }

    private Path file() {
        return part.directory().resolve("outcome.json");
    }

    /** Whether this or an earlier attempt has its outcome. */
    boolean finished() {
        return Files.exists(file());
    }

    /** What it came to; it is finished. */
    CellOutcome outcome() throws IOException, JobException {
        return JobJson.read(Files.readString(file()), CellOutcome.class, file().toString());
    }

    /** Trains, measures, and keeps the outcome. Interrupted, it goes on with the epoch it was in. */
    CellOutcome train(CellReadings readings) throws ScorerException, IOException {
        Path state = part.directory().resolve("training.safetensors");
        int epochs = parameters.scorer().epochs();
        TrainedNetwork trained =
                ScorerTrainer.train(
                        readings.training(),
                        parameters.network().with(cell.fusion()).with(cell.head()),
                        parameters.scorer().withSeed(seed).with(cell.ranking()),
                        Optional.of(state),
                        new ScorerTrainer.Listener() {
                            @Override
                            public void epoch(Epoch done) throws ScorerException {
                                record(done, epochs);
                            }

                            @Override
                            public boolean cancelled() {
                                return part.cancelled();
                            }
                        });
        CellOutcome outcome =
                new CellOutcome(
                        cell.key(),
                        seed,
                        trained.bestEpoch().number(),
                        HeldOutTest.figures(cell, trained, readings));
        WholeFile.write(file(), JobJson.write(outcome));
        Files.deleteIfExists(state);
        return outcome;
    }

    private void record(Epoch done, int epochs) throws ScorerException {
        part.progress("Training the scorer", done.number(), epochs);
        try {
            part.record(done.number(), Map.of("loss", done.loss()));
        } catch (CatalogException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }
}
