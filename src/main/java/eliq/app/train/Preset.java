package eliq.app.train;

import eliq.backbone.TrainingMode;
import eliq.critic.Rhythm;
import eliq.critic.TrainCriticParameters;
import eliq.critic.TrainingLength;
import eliq.critic.TrainingSettings;
import eliq.scorer.CriticEvidence;
import eliq.scorer.Fusion;
import eliq.scorer.Head;
import eliq.scorer.NetworkSettings;
import eliq.scorer.RankingLoss;
import eliq.scorer.Selection;
import eliq.scorer.TrainScorerParameters;
import java.util.Optional;

/** Settings to begin with. */
public enum Preset {
    TRY("Try it: 2 minutes", "Few steps, to see that it works and what it shows."),
    PAPER(
            "Paper",
            "The published method; what the paper leaves open stands at this program's defaults."),
    GPU("My GPU", "As much at a time as the accelerator's memory holds.");

    private static final double SECONDS = 100;

    private final String title;
    private final String sentence;

    Preset(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    public String title() {
        return title;
    }

    public String sentence() {
        return sentence;
    }

    /** What there is to say of its settings. */
    String note(Optional<Machine> machine) {
        return machine.map(m -> m.accelerator().map(Preset::sizedFor).orElse(sizedFor(m)))
                .orElse(sentence);
    }

    private static String sizedFor(Machine.Accelerator accelerator) {
        return "For " + accelerator.name() + ", " + Words.bytes(accelerator.memory()) + ".";
    }

    private static String sizedFor(Machine machine) {
        return "No GPU was found: sized for half of this computer's "
                + Words.bytes(machine.memory())
                + ".";
    }

    /** What is computed on, where the settings depend on it. */
    boolean asksForTheMachine() {
        return this == GPU;
    }

    /**
     * These settings for a training of this set on this model.
     *
     * @param machine where {@link #asksForTheMachine}
     * @param parameters of the model
     */
    public Training of(
            Training training, Rate rate, Optional<Machine> machine, long parameters, long tuples) {
        return switch (training) {
            case Training.OfCritic(TrainCriticParameters p) ->
                    new Training.OfCritic(critic(p, rate, machine, parameters));
            case Training.OfScorer(TrainScorerParameters p) ->
                    new Training.OfScorer(scorer(p, rate, tuples));
        };
    }

    private TrainCriticParameters critic(
            TrainCriticParameters p, Rate rate, Optional<Machine> machine, long parameters) {
        TrainCriticParameters usual =
                TrainCriticParameters.lora(p.name(), p.tupleSet(), p.backbone());
        TrainingSettings settings = usual.training();
        return switch (this) {
            case TRY -> {
                int batch = rate.perSecond() >= 1 ? 8 : 1;
                int steps = Math.clamp((long) (SECONDS * rate.perSecond() / batch), 5, 400);
                yield usual.withTraining(
                        settings.withBatch(batch, 1)
                                .withLength(new TrainingLength.Steps(steps))
                                .withRhythm(new Rhythm(0, 30, Math.max(1, steps / 4), 0)));
            }
            case PAPER -> usual.withTraining(settings.withRhythm(new Rhythm(0, 300, 100, 0)));
            case GPU -> {
                int batch = machine.map(m -> batch(m, parameters)).orElse(1);
                yield usual.withMode(
                                new TrainingMode.Lora(
                                        16, 32, 0.05, TrainingMode.Lora.ALL_TEXT_LINEAR))
                        .withTraining(
                                settings.withBatch(batch, Math.max(1, 16 / batch))
                                        .withLength(new TrainingLength.Epochs(2))
                                        .withRhythm(new Rhythm(0, 300, 100, 5)));
            }
        };
    }

    /** What fits beside the weights: 1 to 16. */
    private static int batch(Machine machine, long parameters) {
        double memory =
                machine.accelerator().map(Machine.Accelerator::memory).orElse(machine.memory() / 2);
        double each = 50e6 * Math.cbrt(Math.pow(parameters / 4.65e6, 2));
        double room = (memory * 0.85 - 4.5 * parameters) / each;
        return Integer.highestOneBit(Math.clamp((long) room, 1, 16));
    }

    private TrainScorerParameters scorer(TrainScorerParameters p, Rate rate, long tuples) {
        eliq.scorer.TrainingSettings d = eliq.scorer.TrainingSettings.DEFAULT;
        return switch (this) {
            case TRY -> {
                double affordable = SECONDS * rate.perSecond() / Math.max(1, tuples);
                yield with(
                        p,
                        d.withEpochs(Math.clamp((long) affordable, 3, 20)),
                        NetworkSettings.DEFAULT,
                        8);
            }
            case PAPER ->
                    with(
                            p,
                            new eliq.scorer.TrainingSettings(
                                    d.margin(),
                                    false,
                                    0,
                                    d.learningRate(),
                                    d.weightDecay(),
                                    d.maximumNorm(),
                                    d.warmupSteps(),
                                    d.epochs(),
                                    d.batchTuples(),
                                    d.patience(),
                                    d.validationShare(),
                                    d.seed(),
                                    RankingLoss.MULTIPLE,
                                    0,
                                    d.strengthMargin(),
                                    d.strengthWeight(),
                                    Selection.LOSS),
                            NetworkSettings.DEFAULT
                                    .with(new Fusion.Gated())
                                    .with(new Head.QueryTransformer())
                                    .with(CriticEvidence.NONE),
                            8);
            case GPU -> with(p, d, NetworkSettings.DEFAULT, 32);
        };
    }

    private static TrainScorerParameters with(
            TrainScorerParameters p,
            eliq.scorer.TrainingSettings training,
            NetworkSettings network,
            int batchImages) {
        return new TrainScorerParameters(
                p.tupleSet(),
                p.heldOut(),
                p.critic(),
                p.families(),
                p.aspects(),
                network,
                training,
                batchImages,
                p.name(),
                p.output());
    }
}
