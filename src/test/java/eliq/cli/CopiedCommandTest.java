package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eliq.app.train.CommandLineText;
import eliq.app.train.Training;
import eliq.backbone.TrainingMode;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.critic.Instructions;
import eliq.critic.LearningRate;
import eliq.critic.Optimizer;
import eliq.critic.Rhythm;
import eliq.critic.TrainCriticParameters;
import eliq.critic.TrainingLength;
import eliq.critic.TrainingSettings;
import eliq.pairs.PromptSplit;
import eliq.scorer.CriticChoice;
import eliq.scorer.CriticEvidence;
import eliq.scorer.Fusion;
import eliq.scorer.Head;
import eliq.scorer.NetworkSettings;
import eliq.scorer.RankingLoss;
import eliq.scorer.Selection;
import eliq.scorer.TrainScorerParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The command that the Train view copies gives, read by the command line itself, the very parameters. */
class CopiedCommandTest {
    private static final Path MODEL = Path.of("/models/tiny");
    private static final Path MODELS = Path.of("/workspace/models");
    private static final TrainCriticParameters USUAL =
            TrainCriticParameters.lora("my-critic", "first", MODEL);

    static Stream<TrainCriticParameters> critics() {
        TrainingSettings usual = USUAL.training();
        return Stream.of(
                USUAL,
                USUAL.withTraining(usual.withLength(new TrainingLength.Steps(40)).withBatch(2, 3)),
                USUAL.withTraining(
                        usual.withLength(new TrainingLength.Epochs(3))
                                .withPeak(1.5e-3)
                                .withSeed(9)
                                .withRhythm(new Rhythm(7, 12.5, 20, 4))),
                USUAL.withTraining(usual.withSeed(9)).withModelSeed(9),
                USUAL.withSplit(PromptSplit.none()),
                USUAL.withSplit(new PromptSplit(5, 0)),
                USUAL.withSplit(new PromptSplit(5, 0.25)),
                USUAL.withAspects(List.of(Aspect.ALIGNMENT, Aspect.TECHNICAL)),
                USUAL.withMode(new TrainingMode.Lora(16, 32, 0.05, List.of("q_proj", "v_proj"))),
                USUAL.withMode(new TrainingMode.FullParameter(true))
                        .withTraining(TrainingSettings.FULL_PARAMETER),
                USUAL.withMode(new TrainingMode.FullParameter(false)),
                new TrainCriticParameters(
                        "it.2",
                        "a set with spaces",
                        MODEL,
                        USUAL.mode(),
                        3,
                        new Instructions(
                                "Is it sharp? \"yes\" = high",
                                "It's $beautiful, isn't it?",
                                "Shows {prompt}; a=b, c",
                                ""),
                        USUAL.aspects(),
                        List.of(Family.AI_SPECIFIC),
                        false,
                        USUAL.split(),
                        new TrainingSettings(
                                new TrainingLength.Epochs(2),
                                4,
                                1,
                                new LearningRate(2e-4, 0.2, 0.01),
                                new Optimizer(0.8, 0.99, 1e-7, 0.02, 0),
                                Rhythm.DEFAULT,
                                1,
                                2)));
    }

    @ParameterizedTest
    @MethodSource("critics")
    void aCriticsCommandParsesBackToItsParameters(TrainCriticParameters wanted) throws Exception {
        String line = CommandLineText.of(new Training.OfCritic(wanted), MODEL.toString(), MODELS);
        TrainCriticCommand command = new TrainCriticCommand(new TestTerminal(false).terminal());
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(arguments(line, "critic"));
        TrainCriticParameters read = command.parameters(MODEL);
        assertEquals(
                wanted.withAspects(sorted(wanted.aspects())),
                read.withAspects(sorted(read.aspects())),
                line);
    }

    private static List<Aspect> sorted(List<Aspect> aspects) {
        return aspects.stream().sorted().toList();
    }

    static Stream<TrainScorerParameters> scorers() {
        TrainScorerParameters d =
                TrainScorerParameters.of(
                        "first", CriticChoice.of(MODEL), "mine", MODELS.resolve("mine"));
        eliq.scorer.TrainingSettings t = d.training();
        return Stream.of(
                d,
                of(d, new PromptSplit(1, 0.1), d.network(), t, d.output()),
                of(
                        d,
                        new PromptSplit(4, 0.2),
                        d.network(),
                        t.withEpochs(7).withSeed(8),
                        d.output()),
                of(
                        d,
                        new PromptSplit(1, 0.1),
                        new NetworkSettings(
                                32,
                                64,
                                3,
                                8,
                                128,
                                0.2,
                                new Fusion.Mean(),
                                new Head.Perceptron(),
                                CriticEvidence.NONE),
                        new eliq.scorer.TrainingSettings(
                                0.5,
                                false,
                                0,
                                1e-3,
                                0.1,
                                2,
                                3,
                                11,
                                5,
                                0,
                                0.2,
                                7,
                                RankingLoss.SINGLE,
                                0.5,
                                2,
                                1,
                                Selection.ACCURACY),
                        Path.of("/elsewhere/mine")));
    }

    private static TrainScorerParameters of(
            TrainScorerParameters d,
            PromptSplit heldOut,
            NetworkSettings network,
            eliq.scorer.TrainingSettings training,
            Path output) {
        return new TrainScorerParameters(
                d.tupleSet(),
                heldOut,
                d.critic(),
                Set.of(Family.CONVENTIONAL),
                Set.of(Aspect.TECHNICAL, Aspect.ALIGNMENT),
                network,
                training,
                4,
                d.name(),
                output);
    }

    @ParameterizedTest
    @MethodSource("scorers")
    void aScorersCommandParsesBackToItsParameters(TrainScorerParameters wanted) throws Exception {
        String line = CommandLineText.of(new Training.OfScorer(wanted), MODEL.toString(), MODELS);
        TrainScorerCommand command = new TrainScorerCommand(new TestTerminal(false).terminal());
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(arguments(line, "scorer"));
        assertEquals(wanted, command.parameters(MODEL, MODELS.resolve(wanted.name())), line);
    }

    @Test
    void onlyWhatDiffersFromTheCommandsOwnDefaultsIsSaid() {
        assertEquals(
                "eliq train critic my-critic --pairs first --model /models/tiny",
                CommandLineText.of(new Training.OfCritic(USUAL), MODEL.toString(), MODELS));
    }

    private static String[] arguments(String line, String command) {
        List<String> words = shellWords(line);
        assertEquals(List.of("eliq", "train", command), words.subList(0, 3));
        return words.subList(3, words.size()).toArray(String[]::new);
    }

    /** As a POSIX shell splits a line that holds no other quotes than single ones. */
    private static List<String> shellWords(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '\\' && !quoted) {
                word.append(line.charAt(++i));
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }
}
