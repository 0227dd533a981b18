package eliq.cli;

import eliq.catalog.Aspect;
import eliq.hub.Installation;
import eliq.pairs.PromptSplit;
import eliq.report.Column;
import eliq.scorer.CriticChoice;
import eliq.scorer.NetworkSettings;
import eliq.scorer.TrainScorerParameters;
import eliq.scorer.TrainScorerResult;
import eliq.scorer.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stage 2. */
@Command(
        name = "scorer",
        description = "Fits a scorer on a frozen critic (stage 2).",
        footer = {
            "",
            "Examples:",
            "  eliq train scorer my-scorer --pairs first --critic my-critic",
            "  eliq train scorer plain --pairs first --critic eliq-nano --margin 0.5 --epochs 40",
            "  eliq train scorer wide --pairs first --critic my-critic --set network.layers=4",
            "  eliq train scorer mlp --pairs first --critic my-critic --set network.head.type=Perceptron",
            "  eliq train scorer published --pairs first --critic my-critic --set network.evidence=NONE"
        })
final class TrainScorerCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("aspect", "Aspect"),
                    Column.number("pair_accuracy", "Pair accuracy", 3));

    @Parameters(paramLabel = "NAME", description = "Name of the scorer.")
    private String name;

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "SET",
            description = "The set to learn from.")
    private String pairs;

    @Option(
            names = "--critic",
            paramLabel = "ID|DIR",
            defaultValue = Installation.NANO,
            description = "The critic, or a model as it is. Default: ${DEFAULT-VALUE}.")
    private String critic;

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description =
                    "Share of the prompts that take no part, kept for testing. Default: ${DEFAULT-VALUE}.")
    private double heldOut;

    @Option(
            names = "--split-seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Chooses them. Default: ${DEFAULT-VALUE}.")
    private long splitSeed;

    @Option(names = "--margin", paramLabel = "X", description = "Of the ranking loss.")
    private Double margin;

    @Option(names = "--epochs", paramLabel = "N", description = "At most.")
    private Integer epochs;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Its peak.")
    private Double learningRate;

    @Option(names = "--seed", paramLabel = "N", description = "Of first weights and order.")
    private Long seed;

    @Mixin private SettingOptions settings;

    @Mixin private FormatOption format;

    TrainScorerCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        try {
            parameters(Path.of("."), Path.of("."));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    TrainScorerParameters parameters(Path reader, Path output) throws UsageException {
        TrainingSettings d = TrainingSettings.DEFAULT;
        TrainingSettings training =
                new TrainingSettings(
                        margin == null ? d.margin() : margin,
                        d.strengthTerms(),
                        d.promptDropout(),
                        learningRate == null ? d.learningRate() : learningRate,
                        d.weightDecay(),
                        d.maximumNorm(),
                        d.warmupSteps(),
                        epochs == null ? d.epochs() : epochs,
                        d.batchTuples(),
                        d.patience(),
                        d.validationShare(),
                        seed == null ? d.seed() : seed,
                        d.ranking(),
                        d.marginGrowth(),
                        d.strengthMargin(),
                        d.strengthWeight(),
                        d.selection());
        TrainScorerParameters usual =
                TrainScorerParameters.of(pairs, CriticChoice.of(reader), name, output);
        TrainScorerParameters parameters =
                new TrainScorerParameters(
                        pairs,
                        heldOut == 0 ? PromptSplit.none() : new PromptSplit(splitSeed, heldOut),
                        usual.critic(),
                        usual.families(),
                        Set.copyOf(EnumSet.allOf(Aspect.class)),
                        NetworkSettings.DEFAULT,
                        training,
                        usual.batchImages(),
                        name,
                        output);
        return settings.apply(parameters, TrainScorerParameters.class);
    }

    @Override
    int run(Session session) throws Exception {
        Path output = session.workbench().catalog().modelsFolder().resolve(name);
        TrainScorerParameters parameters = parameters(session.model(critic), output);
        if (settings.listed()) {
            session.print(format.format(), SettingOptions.COLUMNS, SettingOptions.rows(parameters));
            return Failures.OK;
        }
        if (Files.exists(output)) {
            throw new CommandException(
                    "There is a model in " + output + " already; choose another name");
        }
        TrainScorerResult result = session.run(session.workbench().trainScorer(), parameters);
        session.display()
                .say(
                        "Scorer "
                                + name
                                + ": "
                                + result.tuples()
                                + " tuples, best after epoch "
                                + result.bestEpoch()
                                + "; in "
                                + result.scorer());
        List<List<?>> rows = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            Double accuracy = result.validationAccuracy().get(aspect.key());
            rows.add(List.of(aspect.key(), Optional.ofNullable(accuracy)));
        }
        session.print(format.format(), COLUMNS, rows);
        return Failures.OK;
    }
}
