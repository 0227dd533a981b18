package eliq.app.train;

import eliq.app.words.Amounts;
import eliq.backbone.TrainingMode;
import eliq.critic.CriticPlan;
import eliq.critic.TrainCriticParameters;
import eliq.scorer.ScorerPlan;
import eliq.scorer.TrainScorerParameters;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a training would cost, by figures measured here or, before there are any, scaled from those of eliq-nano
 * (docs/benchmarks.md): 5.3 images a second and core in training all parameters, 8.7 with adapters, 22.7 in reading.
 */
final class Estimator {
    private static final long NANO_PARAMETERS = 4_650_000;
    private static final double FULL_PER_CORE = 5.3;
    private static final double ADAPTERS_PER_CORE = 8.7;
    private static final double READ_PER_CORE = 22.7;
    private static final double ADAPTERS_SHARE = 0.04;
    private static final double TUPLES_PER_CORE = 150;
    private static final double PROGRAM = 450e6;
    private static final double ACTIVATIONS = 50e6;
    private static final int FLOAT = 4;

    private final Machine machine;

    Estimator(Machine machine) {
        this.machine = machine;
    }

    /** Before anything was measured. */
    Rate guess(Training training, ModelSize size) {
        double perSecond =
                switch (training) {
                    case Training.OfCritic(TrainCriticParameters p) ->
                            scaled(
                                    p.mode() instanceof TrainingMode.Lora
                                            ? ADAPTERS_PER_CORE
                                            : FULL_PER_CORE,
                                    size);
                    case Training.OfScorer _ -> TUPLES_PER_CORE * machine.threads();
                };
        return new Rate(
                perSecond,
                "scaled from what eliq-nano does on one core"
                        + machine.accelerator()
                                .map(a -> "; " + a.name() + " will be much faster")
                                .orElse(""),
                false);
    }

    private double scaled(double perCore, ModelSize size) {
        return perCore * machine.threads() * NANO_PARAMETERS / size.parameters();
    }

    /**
     * @param measured bytes that a training of this model took here
     * @param planned bytes that it should take by the model's shape
     */
    record Memory(OptionalDouble measured, OptionalLong planned) {}

    Estimate critic(
            TrainCriticParameters p, CriticPlan plan, ModelSize size, Rate rate, Memory ofRun) {
        int validations =
                plan.heldOutImages() == 0
                        ? 0
                        : p.training().rhythm().validationSteps() == 0
                                ? 1
                                : Math.ceilDiv(
                                        plan.steps(), p.training().rhythm().validationSteps());
        double examples = (double) plan.steps() * p.training().examplesPerStep();
        // An image is read without the way back in about half the time.
        double seconds =
                (examples + 0.5 * validations * plan.heldOutImages()) / rate.perSecond() + 5;
        double weights = (double) size.parameters() * FLOAT;
        double moving =
                p.mode() instanceof TrainingMode.Lora(int rank, _, _, _)
                        ? weights * Math.min(1, ADAPTERS_SHARE * rank / 8)
                        : weights;
        double activations =
                p.training().batchSize()
                        * ACTIVATIONS
                        * Math.cbrt(Math.pow((double) size.parameters() / NANO_PARAMETERS, 2));
        OptionalDouble measuredMemory = ofRun.measured();
        double memory =
                measuredMemory.orElse(
                        ofRun.planned()
                                .orElse((long) (PROGRAM + weights + 3 * moving + activations)));
        // Parameters and two moments in a checkpoint, two checkpoints while one is written, and the
        // result.
        double disk = 2 * 3 * moving + moving + 200.0 * plan.steps();
        return new Estimate(
                Amounts.count(plan.images(), "image")
                        + " with "
                        + Amounts.count(plan.questions(), "question")
                        + "; "
                        + Amounts.count(plan.heldOutImages(), "image")
                        + " of other prompts to test on",
                duration(seconds),
                (long) memory,
                (long) disk,
                plan.steps(),
                basis(rate, measuredMemory),
                !rate.measured(),
                measuredMemory.isEmpty());
    }

    Estimate scorer(
            TrainScorerParameters p,
            ScorerPlan plan,
            ModelSize size,
            Rate rate,
            OptionalDouble measuredMemory) {
        double reading = plan.images() / scaled(READ_PER_CORE, size);
        double fitting = (double) plan.tuples() * p.training().epochs() / rate.perSecond();
        double weights = (double) size.parameters() * FLOAT;
        double activations = p.batchImages() * ACTIVATIONS / 8;
        double readings = 4.0 * plan.images() * size.hidden() * FLOAT;
        return new Estimate(
                Amounts.count(plan.tuples(), "tuple")
                        + " with "
                        + Amounts.count(plan.images(), "image")
                        + " to read, less those that were read before",
                duration(reading + fitting + 5),
                (long) measuredMemory.orElse(PROGRAM + weights + activations + readings),
                (long) (readings + 40e6),
                plan.steps(),
                basis(rate, measuredMemory),
                !rate.measured(),
                measuredMemory.isEmpty());
    }

    private static String basis(Rate rate, OptionalDouble memory) {
        return rate.measured()
                ? (memory.isPresent() ? "Speed and memory " : "Speed ")
                        + rate.basis()
                        + (memory.isPresent() ? "; disk guessed." : "; memory and disk guessed.")
                : "A guess, " + rate.basis() + ": it may be wrong by several times.";
    }

    private static Duration duration(double seconds) {
        return Duration.ofSeconds((long) Math.min(1e9, Math.ceil(seconds)));
    }
}
