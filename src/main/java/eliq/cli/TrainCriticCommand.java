package eliq.cli;

import eliq.backbone.TrainingMode;
import eliq.catalog.Aspect;
import eliq.critic.Rhythm;
import eliq.critic.TrainCriticParameters;
import eliq.critic.TrainCriticResult;
import eliq.critic.TrainingLength;
import eliq.critic.TrainingSettings;
import eliq.hub.Installation;
import eliq.pairs.PromptSplit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stage 1. */
@Command(
        name = "critic",
        description = "Tunes a model on quality instructions (stage 1).",
        footer = {
            "",
            "Examples:",
            "  eliq train critic my-critic --pairs first",
            "  eliq train critic big --pairs first --model Qwen/Qwen3-VL-2B-Instruct --batch 1 --accumulate 16",
            "  eliq train critic big --pairs first --model Qwen/Qwen3-VL-2B-Instruct --batch 1 --plan",
            "  eliq train critic mine --pairs first --set training.optimizer.weightDecay=0.01",
            "  eliq train critic whole --pairs first --mode full --learning-rate 2e-5 --epochs 3"
        })
final class TrainCriticCommand extends WorkbenchCommand {
    /** What moves. */
    enum Mode {
        LORA,
        FULL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "NAME", description = "Name of the critic.")
    private String name;

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "SET",
            description = "The set to learn from.")
    private String pairs;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            defaultValue = Installation.NANO,
            description = "The model to tune. Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "lora",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Mode mode;

    @Option(
            names = "--rank",
            paramLabel = "N",
            defaultValue = "8",
            description = "Of the adapters. Default: ${DEFAULT-VALUE}.")
    private int rank;

    @Option(
            names = "--alpha",
            paramLabel = "X",
            defaultValue = "16",
            description = "Of the adapters. Default: ${DEFAULT-VALUE}.")
    private double alpha;

    @Option(
            names = "--dropout",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "On the adapters' input, 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double dropout;

    @Option(
            names = "--target",
            paramLabel = "LAYER",
            split = ",",
            description = {
                "Linear layers that get an adapter: q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj,",
                "down_proj. Default: all."
            })
    private List<String> targets;

    @Option(
            names = "--checkpoint-gradients",
            description = {
                "Compute each layer of the text model twice and keep little of it: much less memory, a",
                "third more time. Always so where the model is not kept in float32."
            })
    private boolean checkpointGradients;

    @Mixin private PrecisionOption dtype;

    @Mixin private DeviceOption device;

    @Option(names = "--vision", description = "In full mode, train the vision tower too.")
    private boolean vision;

    @Option(names = "--epochs", paramLabel = "N", description = "Default: 1.")
    private Integer epochs;

    @Option(names = "--steps", paramLabel = "N", description = "Instead of epochs.")
    private Integer steps;

    @Option(names = "--batch", paramLabel = "N", description = "Images a forward pass. Default: 8.")
    private Integer batch;

    @Option(
            names = "--accumulate",
            paramLabel = "N",
            defaultValue = "1",
            description = "Forward passes a step. Default: ${DEFAULT-VALUE}.")
    private int accumulate;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "Its peak. Default: 2e-4 for lora, 2e-5 for full.")
    private Double learningRate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of order and adapters. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "Share of the prompts to test on. Default: ${DEFAULT-VALUE}.")
    private double heldOut;

    @Option(
            names = "--split-seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Chooses them; the seed of 'pairs build' keeps to its sides. Default: ${DEFAULT-VALUE}.")
    private long splitSeed;

    @Option(
            names = "--aspect",
            paramLabel = "ASPECT",
            description = "Aspects to ask about; may be given several times. Default: all.")
    private List<Aspect> aspects;

    @Option(
            names = "--validate-every",
            paramLabel = "STEPS",
            defaultValue = "0",
            description = "Default: once, at the end.")
    private int validateEvery;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Stop after N validations without progress and keep the best. Default: never.")
    private int patience;

    @Option(
            names = "--checkpoint-minutes",
            paramLabel = "X",
            defaultValue = "5",
            description = "Default: ${DEFAULT-VALUE}.")
    private double checkpointMinutes;

    @Option(
            names = "--plan",
            description =
                    "Say what there is to learn from and how much memory it takes, and train nothing.")
    private boolean plan;

    @Mixin private SettingOptions settings;

    @Mixin private FormatOption format;

    TrainCriticCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        device.check();
        if (epochs != null && steps != null) {
            throw new UsageException("Give --epochs or --steps, not both");
        }
        try {
            parameters(Path.of("."));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    TrainCriticParameters parameters(Path backbone) throws UsageException {
        boolean lora = mode == Mode.LORA;
        TrainingSettings usual = lora ? TrainingSettings.LORA : TrainingSettings.FULL_PARAMETER;
        TrainingSettings training =
                usual.withBatch(batch == null ? usual.batchSize() : batch, accumulate)
                        .withPeak(learningRate == null ? usual.learningRate().peak() : learningRate)
                        .withSeed(seed)
                        .withLength(
                                steps != null
                                        ? new TrainingLength.Steps(steps)
                                        : new TrainingLength.Epochs(epochs == null ? 1 : epochs))
                        .withRhythm(new Rhythm(0, checkpointMinutes * 60, validateEvery, patience));
        TrainCriticParameters parameters =
                TrainCriticParameters.lora(name, pairs, backbone)
                        .withTraining(training)
                        .withModelSeed(seed)
                        .withPrecision(dtype.precision(), checkpointGradients)
                        .withMode(
                                lora
                                        ? new TrainingMode.Lora(
                                                rank,
                                                alpha,
                                                dropout,
                                                targets == null
                                                        ? TrainingMode.Lora.ALL_TEXT_LINEAR
                                                        : targets)
                                        : new TrainingMode.FullParameter(vision))
                        .withSplit(
                                heldOut == 0
                                        ? PromptSplit.none()
                                        : new PromptSplit(splitSeed, heldOut));
        return settings.apply(
                aspects == null ? parameters : parameters.withAspects(aspects),
                TrainCriticParameters.class);
    }

    @Override
    int run(Session session) throws Exception {
        device.use();
        TrainCriticParameters parameters = parameters(session.model(model));
        if (settings.listed()) {
            session.print(format.format(), SettingOptions.COLUMNS, SettingOptions.rows(parameters));
            return Failures.OK;
        }
        if (plan) {
            session.print(
                    format.format(),
                    CriticPlanRows.COLUMNS,
                    CriticPlanRows.of(session.workbench(), parameters));
            return Failures.OK;
        }
        TrainCriticResult result = session.run(session.workbench().trainCritic(), parameters);
        session.display()
                .say(
                        String.format(
                                Locale.ROOT,
                                "Critic %s: loss %.3f -> %.3f over %d steps, %.1f images/s; in %s",
                                name,
                                result.firstLoss(),
                                result.lastLoss(),
                                result.steps(),
                                result.examplesPerSecond(),
                                result.directory()));
        session.print(
                format.format(), ValidationRows.COLUMNS, ValidationRows.of(result.validation()));
        return Failures.OK;
    }
}
