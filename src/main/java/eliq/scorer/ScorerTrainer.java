package eliq.scorer;

import ai.djl.ndarray.NDManager;
import eliq.pairs.PromptSplit;
import eliq.tensor.TensorEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * Fits a scoring network to embedded tuples: AdamW on the margin ranking loss, stopped when the pair accuracy on
 * held-out prompts no longer grows. The same tuples and settings give the same weights, also across a stop and a resume.
 */
public final class ScorerTrainer {

    /** Hears of progress; called on the training thread. */
    public interface Listener {

        void epoch(Epoch done) throws ScorerException;

        /** Asked between steps; true ends the training at once, the last finished epoch is kept in the state file. */
        default boolean cancelled() {
            return false;
        }
    }

    private final List<EmbeddedTuple> training;
    private final List<EmbeddedTuple> validation;
    private final NetworkSettings network;
    private final TrainingSettings settings;
    private final Standardisation standardisation;
    private final Optional<StateFile> stateFile;

    private ScorerTrainer(
            List<EmbeddedTuple> tuples,
            NetworkSettings network,
            TrainingSettings settings,
            Optional<Path> stateFile)
            throws ScorerException {
        checkTuples(tuples);
        PromptSplit split =
                PromptSplit.of(
                        tuples.stream().map(EmbeddedTuple::prompt).toList(),
                        settings.validationShare(),
                        settings.seed());
        this.training = tuples.stream().filter(t -> !split.holdsOut(t.prompt())).toList();
        this.validation = tuples.stream().filter(t -> split.holdsOut(t.prompt())).toList();
        this.network = network;
        this.settings = settings;
        this.standardisation = Standardisation.of(training);
        String fingerprint = Fingerprint.of(tuples, network, settings);
        this.stateFile = stateFile.map(file -> new StateFile(file, fingerprint));
    }

    private static void checkTuples(List<EmbeddedTuple> tuples) throws ScorerException {
        if (tuples.stream().allMatch(tuple -> tuple.negatives().isEmpty())) {
            throw new ScorerException(
                    "there are no negatives to learn from among "
                            + tuples.size()
                            + " tuples; build pairs first");
        }
        int size = tuples.getFirst().positive().size();
        for (EmbeddedTuple tuple : tuples) {
            if (tuple.positive().size() != size
                    || tuple.negatives().stream().anyMatch(n -> n.embeddings().size() != size)) {
                throw new ScorerException(
                        "the embeddings differ in length: they were not all read by the same backbone;"
                                + " read the images again");
            }
        }
    }

    /**
     * @param tuples at least one with a negative, embedded by one backbone
     * @param stateFile where the state after each epoch is kept; if it is there, training goes on from it
     * @throws ScorerException if the tuples cannot be learned from, the state file belongs to another training, or the
     *     training diverges
     */
    public static TrainedNetwork train(
            List<EmbeddedTuple> tuples,
            NetworkSettings network,
            TrainingSettings settings,
            Optional<Path> stateFile,
            Listener listener)
            throws ScorerException {
        ScorerTrainer trainer = new ScorerTrainer(tuples, network, settings, stateFile);
        TensorEngine engine = Tensors.engine();
        return engine.call(() -> trainer.run(engine, listener));
    }

    private TrainedNetwork run(TensorEngine engine, Listener listener) throws ScorerException {
        Progress progress =
                stateFile.isPresent()
                        ? stateFile
                                .get()
                                .read(standardisation.size(), network)
                                .orElseGet(this::start)
                        : start();
        try (NDManager scope = engine.newScope("scorer training");
                TrainingSteps steps =
                        new TrainingSteps(
                                scope, standardisation, network, settings, progress.state())) {
            while (!progress.finished(settings)) {
                progress = epoch(steps, progress, listener);
                if (stateFile.isPresent()) {
                    stateFile.get().write(progress);
                }
                listener.epoch(progress.last());
            }
        }
        return new TrainedNetwork(
                standardisation, network, settings, progress.best(), progress.history());
    }

    private Progress start() {
        TrainingSteps.State state =
                TrainingSteps.State.initial(standardisation.size(), network, settings.seed());
        return new Progress(state, state.parameters(), List.of());
    }

    private Progress epoch(TrainingSteps steps, Progress before, Listener listener)
            throws ScorerException {
        int number = before.history().size();
        List<EmbeddedTuple> order = new ArrayList<>(training);
        Collections.shuffle(order, new Random(settings.seed() * 31 + number));
        double sum = 0;
        int batches = 0;
        for (int from = 0; from < order.size(); from += settings.batchTuples()) {
            if (listener.cancelled()) {
                throw new TrainingCancelled();
            }
            List<EmbeddedTuple> batch =
                    order.subList(from, Math.min(order.size(), from + settings.batchTuples()));
            sum += steps.step(terms(batch, steps.steps()), learningRate(steps.steps()));
            batches++;
        }
        TrainingSteps.State state = steps.state();
        Epoch done = validate(steps, number + 1, sum / batches);
        List<Epoch> history = new ArrayList<>(before.history());
        boolean better =
                history.isEmpty()
                        || done.betterThan(
                                before.bestEpoch(settings.selection()), settings.selection());
        history.add(done);
        return new Progress(state, better ? state.parameters() : before.best(), history);
    }

    private RankingTerms terms(List<EmbeddedTuple> batch, long step) {
        SplittableRandom random = new SplittableRandom(settings.seed() + 7919 * (step + 1));
        boolean[] drop = new boolean[batch.size()];
        for (int i = 0; i < drop.length; i++) {
            drop[i] = random.nextDouble() < settings.promptDropout();
        }
        return RankingTerms.of(batch, drop, settings, random);
    }

    private double learningRate(long step) {
        long perEpoch = -Math.floorDiv(-training.size(), settings.batchTuples());
        return settings.learningRateAt(step, perEpoch * settings.epochs());
    }

    private Epoch validate(TrainingSteps steps, int number, double loss) {
        if (validation.isEmpty()) {
            return new Epoch(number, steps.steps(), loss, Double.NaN, Map.of());
        }
        RankingTerms terms = RankingTerms.all(validation, settings);
        RowScores scores = steps.scores(terms.rows(), terms.withoutPrompt());
        return new Epoch(
                number,
                steps.steps(),
                loss,
                terms.loss(scores.visual(), scores.alignment()),
                PairAccuracy.of(validation, terms, scores));
    }

    /** Everything that survives a stop: what the next epoch needs, and the best so far. */
    record Progress(TrainingSteps.State state, Weights best, List<Epoch> history) {
        Progress {
            history = List.copyOf(history);
        }

        Epoch last() {
            return history.getLast();
        }

        Epoch bestEpoch(Selection selection) {
            return Epoch.best(history, selection);
        }

        boolean finished(TrainingSettings settings) {
            return history.size() >= settings.epochs()
                    || settings.patience() > 0
                            && !history.isEmpty()
                            && history.size() - bestEpoch(settings.selection()).number()
                                    >= settings.patience();
        }
    }

    /** Ends a training that nobody wants to go on with; unchecked, since only the caller's own wish raises it. */
    static final class TrainingCancelled extends CancellationException {
        private static final long serialVersionUID = 1L;

        TrainingCancelled() {
            super("the training was cancelled");
        }
    }

    /** Held-out tuples of a training with these settings: for a distribution of scores that were not fitted. */
    static List<EmbeddedTuple> heldOut(List<EmbeddedTuple> tuples, TrainingSettings settings) {
        PromptSplit split =
                PromptSplit.of(
                        tuples.stream().map(EmbeddedTuple::prompt).toList(),
                        settings.validationShare(),
                        settings.seed());
        List<EmbeddedTuple> held = tuples.stream().filter(t -> split.holdsOut(t.prompt())).toList();
        return held.isEmpty() ? tuples : held;
    }
}
