package eliq.critic;

/** How long to train. */
public sealed interface TrainingLength {

    /** That many optimiser steps, going round the examples as often as it takes. */
    record Steps(int count) implements TrainingLength {
        public Steps {
            Settings.require(count >= 1, "steps", count, "at least 1");
        }
    }

    /** That many times each example once; the last step takes what is left. */
    record Epochs(int count) implements TrainingLength {
        public Epochs {
            Settings.require(count >= 1, "epochs", count, "at least 1");
        }
    }

    /** Optimiser steps in all for that many examples, {@code perStep} of them a step. */
    default int steps(int examples, int perStep) {
        return switch (this) {
            case Steps s -> s.count;
            case Epochs e -> Math.toIntExact(Math.ceilDiv((long) e.count * examples, perStep));
        };
    }

    /** Examples in all. */
    default long examples(int examples, int perStep) {
        return switch (this) {
            case Steps s -> (long) s.count * perStep;
            case Epochs e -> (long) e.count * examples;
        };
    }
}
