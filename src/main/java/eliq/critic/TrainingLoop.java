package eliq.critic;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.backbone.TrainingExample;
import eliq.critic.Checkpoints.LoopState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * Fits a backbone to examples: AdamW over seeded epochs, with accumulation, checkpoints, validation and early stopping.
 * The same loop serves adapters and full parameters.
 *
 * <p>The loss of a step is the mean over its questions by weight, whatever their distribution over forward passes. A
 * run that was stopped, in whatever way, and is run again over the same directory goes on from its last checkpoint and
 * gives the very losses of a run that was never stopped.
 */
public final class TrainingLoop {
    private final BackboneTraining training;
    private final ExampleSource source;
    private final Optional<Validation> validation;
    private final TrainingSettings settings;
    private final Path directory;
    private final String data;
    private final Checkpoints checkpoints;
    private final Checkpoints best;

    /**
     * @param training with its starting parameters
     * @param validation empty for none
     * @param directory of checkpoints and of the log {@code training.jsonl}; made if absent
     * @param data hash of what is trained on and of the starting point: a checkpoint of other data is refused
     */
    public TrainingLoop(
            BackboneTraining training,
            ExampleSource source,
            Optional<ValidationSource> validation,
            TrainingSettings settings,
            Path directory,
            String data) {
        this.training = training;
        this.source = source;
        this.validation = validation.map(v -> new Validation(v, settings.batchSize()));
        this.settings = settings;
        this.directory = directory;
        this.data = data;
        this.checkpoints = new Checkpoints(directory.resolve("checkpoints"));
        this.best = new Checkpoints(directory.resolve("best"));
    }

    /**
     * Trains to the end, or goes on to it from the last checkpoint.
     *
     * @param listener is called on this thread
     * @param cancelled is asked between forward passes; between steps a cancelled run first saves where it is, within
     *     one it goes on from the checkpoint before
     * @throws CriticException if an example, the model or the disk fails, or a loss is not a number
     */
    public TrainingOutcome run(Consumer<TrainingEvent> listener, BooleanSupplier cancelled)
            throws CriticException, InterruptedException {
        if (source.size() < 1) {
            throw new CriticException("there is nothing to train on: the set has no examples");
        }
        createDirectory();
        LoopState state = resume().orElse(new LoopState(0, 0, 0, 0, 0, data, settings));
        long all = settings.length().examples(source.size(), settings.examplesPerStep());
        long from = Math.min(all, (long) state.step() * settings.examplesPerStep());
        try (TrainingLog log = TrainingLog.goOn(directory.resolve(TrainingLog.FILE), state);
                ExampleQueue queue = new ExampleQueue(source, settings, from, all)) {
            Session session = new Session(state, log, queue, listener, cancelled);
            TrainingOutcome.End end = session.train();
            int step = end == TrainingOutcome.End.CANCELLED ? session.step : session.takeBest();
            return new TrainingOutcome(
                    end, step, log.steps(), log.validations(), session.examplesPerSecond());
        }
    }

    /** Removes the checkpoints, once the model is saved. */
    public void discardCheckpoints() throws CriticException {
        checkpoints.clear();
        best.clear();
    }

    private void createDirectory() throws CriticException {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new CriticException(
                    "cannot make the training folder " + directory + ": " + e.getMessage(), e);
        }
    }

    private Optional<LoopState> resume() throws CriticException {
        Optional<Checkpoints.Saved> saved = checkpoints.latest();
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        LoopState state = saved.get().state();
        if (!state.data().equals(data) || !state.settings().sameLosses(settings)) {
            throw new CriticException(
                    "the checkpoint "
                            + saved.get().directory()
                            + " is of a training on other "
                            + (state.data().equals(data) ? "settings" : "data")
                            + "; give them as they were, or train into another folder");
        }
        load(saved.get().directory());
        return Optional.of(state);
    }

    private void load(Path from) throws CriticException {
        try {
            training.loadState(from);
        } catch (BackboneException e) {
            throw new CriticException(
                    "the checkpoint " + from + " cannot be taken up: " + e.getMessage(), e);
        }
    }

    /** What changes while training. */
    private final class Session {
        private final int steps =
                settings.length().steps(source.size(), settings.examplesPerStep());
        private final TrainingLog log;
        private final ExampleQueue queue;
        private final Consumer<TrainingEvent> listener;
        private final BooleanSupplier cancelled;
        private int step;
        private int validatedStep;
        private int bestStep;
        private double bestLoss;
        private int stale;
        private int savedStep;
        private long savedAt = System.nanoTime();
        private long examples;
        private long nanos;

        Session(
                LoopState state,
                TrainingLog log,
                ExampleQueue queue,
                Consumer<TrainingEvent> listener,
                BooleanSupplier cancelled) {
            this.log = log;
            this.queue = queue;
            this.listener = listener;
            this.cancelled = cancelled;
            step = state.step();
            savedStep = step;
            validatedStep = state.validatedStep();
            bestStep = state.bestStep();
            bestLoss = state.bestLoss();
            stale = state.stale();
        }

        TrainingOutcome.End train() throws CriticException, InterruptedException {
            while (true) {
                if (validationIsOwed() && !validate()) {
                    checkpoint();
                    return TrainingOutcome.End.CANCELLED;
                }
                if (step == steps || patienceIsOut()) {
                    checkpoint();
                    return step < steps
                            ? TrainingOutcome.End.STOPPED_EARLY
                            : TrainingOutcome.End.COMPLETED;
                }
                boolean stop = cancelled.getAsBoolean();
                if (stop || checkpointIsDue()) {
                    checkpoint();
                }
                if (stop || !step()) {
                    return TrainingOutcome.End.CANCELLED;
                }
            }
        }

        /** One optimiser step. False if cancelled between its forward passes, whose gradients are then lost. */
        private boolean step() throws CriticException, InterruptedException {
            long begin = System.nanoTime();
            List<TrainingExample> taken = queue.take(settings.examplesPerStep());
            double weight = weight(taken);
            double sum = 0;
            for (int from = 0; from < taken.size(); from += settings.batchSize()) {
                if (from > 0 && cancelled.getAsBoolean()) {
                    return false;
                }
                List<TrainingExample> batch =
                        taken.subList(from, Math.min(from + settings.batchSize(), taken.size()));
                sum += accumulate(batch, 1 / weight);
            }
            double rate = settings.learningRate().at(step, steps);
            double norm = apply(rate);
            requireFinite("the gradient norm", norm);
            step++;
            examples += taken.size();
            nanos += System.nanoTime() - begin;
            tell(
                    new TrainingEvent.Step(
                            step,
                            steps,
                            sum / weight,
                            rate,
                            norm,
                            taken.size(),
                            examplesPerSecond()));
            return true;
        }

        private double accumulate(List<TrainingExample> batch, double scale)
                throws CriticException {
            List<double[]> losses;
            try {
                losses = training.accumulate(batch, scale);
            } catch (BackboneException e) {
                throw new CriticException(
                        "training failed at step " + (step + 1) + ": " + e.getMessage(), e);
            }
            double sum = 0;
            for (int i = 0; i < batch.size(); i++) {
                double[] weights = batch.get(i).weights();
                for (int j = 0; j < weights.length; j++) {
                    double loss = losses.get(i)[j];
                    requireFinite("the loss", loss);
                    sum += weights[j] * loss;
                }
            }
            return sum;
        }

        private double apply(double rate) throws CriticException {
            try {
                return training.step(settings.optimizer().at(rate));
            } catch (BackboneException e) {
                throw new CriticException(
                        "training failed at step " + (step + 1) + ": " + e.getMessage(), e);
            }
        }

        private void requireFinite(String what, double value) throws CriticException {
            if (!Double.isFinite(value)) {
                throw new CriticException(
                        what
                                + " became "
                                + value
                                + " at step "
                                + (step + 1)
                                + " (learning rate "
                                + settings.learningRate().at(step, steps)
                                + "): the training has diverged; lower the learning rate or the"
                                + " clipping norm and begin anew"
                                + (savedStep > 0
                                        ? " (the checkpoint of step " + savedStep + " is kept)"
                                        : ""));
            }
        }

        private boolean validationIsOwed() {
            int every = settings.rhythm().validationSteps();
            boolean due = step == steps || every > 0 && step % every == 0;
            return validation.isPresent() && due && validatedStep < step;
        }

        /** False if cancelled on the way: it is then owed when the run goes on. */
        private boolean validate() throws CriticException {
            Optional<Validation.Examined> found =
                    validation.get().examine(training.current(), cancelled);
            if (found.isEmpty()) {
                return false;
            }
            ValidationResult result = found.get().result();
            double loss = result.loss();
            requireFinite("the validation loss", loss);
            validatedStep = step;
            tell(new TrainingEvent.Validated(step, result));
            tell(new TrainingEvent.Mistaken(step, found.get().mistakes()));
            if (bestStep == 0 || loss < bestLoss) {
                bestStep = step;
                bestLoss = loss;
                stale = 0;
                if (settings.rhythm().patience() > 0) {
                    best.save(training, state());
                }
            } else {
                stale++;
            }
            return true;
        }

        private boolean patienceIsOut() {
            int patience = settings.rhythm().patience();
            return patience > 0 && stale >= patience;
        }

        /** Where patience is set, goes back to the best state. */
        int takeBest() throws CriticException {
            if (settings.rhythm().patience() == 0 || bestStep == 0 || bestStep == step) {
                return step;
            }
            Checkpoints.Saved saved =
                    best.latest()
                            .orElseThrow(
                                    () ->
                                            new CriticException(
                                                    "the best state, of step "
                                                            + bestStep
                                                            + ", is gone from "
                                                            + directory));
            load(saved.directory());
            return saved.state().step();
        }

        private boolean checkpointIsDue() {
            Rhythm rhythm = settings.rhythm();
            double seconds = (System.nanoTime() - savedAt) * 1e-9;
            return rhythm.checkpointSteps() > 0 && step % rhythm.checkpointSteps() == 0
                    || rhythm.checkpointSeconds() > 0 && seconds >= rhythm.checkpointSeconds();
        }

        private void checkpoint() throws CriticException {
            if (step > savedStep) {
                checkpoints.save(training, state());
                savedStep = step;
                listener.accept(new TrainingEvent.Checkpointed(step));
            }
            savedAt = System.nanoTime();
        }

        private LoopState state() {
            return new LoopState(step, validatedStep, bestStep, bestLoss, stale, data, settings);
        }

        private void tell(TrainingEvent event) throws CriticException {
            log.add(event);
            listener.accept(event);
        }

        double examplesPerSecond() {
            return nanos == 0 ? 0 : examples / (nanos * 1e-9);
        }
    }

    private static double weight(List<TrainingExample> examples) throws CriticException {
        double sum = 0;
        for (TrainingExample example : examples) {
            sum += DoubleStream.of(example.weights()).sum();
        }
        if (!(sum > 0)) {
            throw new CriticException(
                    "the questions of a step have no weight: give each a weight above 0");
        }
        return sum;
    }
}
