package eliq.critic;

import eliq.backbone.TrainingExample;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A training in a process of its own, to be killed: says each step, and each loss to the last bit at the end. */
final class TrainingProcess {
    private static final TrainingSettings SETTINGS =
            TrainingSettings.LORA
                    .withBatch(2, 2)
                    .withPeak(0.05)
                    .withLength(new TrainingLength.Steps(40))
                    .withRhythm(new Rhythm(3, 0, 0, 0));

    private TrainingProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        boolean stall = arguments.length > 1;
        TrainingLoop loop =
                new TrainingLoop(
                        new LogisticBackbone(),
                        examples(),
                        Optional.empty(),
                        SETTINGS,
                        directory,
                        "data");
        TrainingOutcome outcome =
                loop.run(
                        event -> {
                            if (event instanceof TrainingEvent.Step s) {
                                System.out.println("step " + s.step());
                                if (stall && s.step() == 20) {
                                    hang();
                                }
                            }
                        },
                        () -> false);
        outcome.losses()
                .forEach(s -> System.out.println("loss " + Double.doubleToLongBits(s.loss())));
    }

    /** Waits for its end, in the middle of a run and between two checkpoints. */
    private static void hang() {
        while (true) {
            java.util.concurrent.locks.LockSupport.park();
        }
    }

    private static ExampleSource examples() {
        return new ExampleSource() {
            @Override
            public int size() {
                return 30;
            }

            @Override
            public TrainingExample example(int index, int epoch) {
                return new TrainingExample(
                        LogisticBackbone.image(index * 8, 255 - index * 5, index),
                        List.of(
                                new TrainingExample.Question(
                                        "Is it bright?", index % 2 == 0 ? "high" : "low", 1)));
            }
        };
    }
}
