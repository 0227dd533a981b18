package eliq.benchmark.ablation;

import eliq.backbone.TrainingMode;
import eliq.critic.TrainingLength;
import eliq.nano.UnseenScenes;
import eliq.pairs.BuildPairs;
import eliq.pairs.NegativeKind;
import eliq.pairs.PairSettings;
import eliq.pairs.PromptSplit;
import eliq.scorer.CriticEvidence;
import eliq.scorer.NetworkSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/** How thorough the ablations are. */
public enum AblationPreset {
    /** Minutes on two cores with the embedded default: few scenes, one critic for all seeds. */
    QUICK(4, 3, 1, 40, 5, false),
    /** Twice the scenes, as many epochs as a training by itself has, five seeds, each with critics of its own. */
    PAPER(10, 5, 2, 60, 6, true);

    /** "ABLA" in ASCII, shifted by 32 bits: the ablations' own range of scene numbers. */
    private static final long FIRST_SCENE = 0x4142_4C41_0000_0000L;

    private static final double HELD_OUT = 0.3;

    private final int promptsPerCategory;
    private final int seeds;
    private final int criticEpochs;
    private final int scorerEpochs;
    private final int strengths;
    private final boolean criticForEachSeed;

    AblationPreset(
            int promptsPerCategory,
            int seeds,
            int criticEpochs,
            int scorerEpochs,
            int strengths,
            boolean criticForEachSeed) {
        this.promptsPerCategory = promptsPerCategory;
        this.seeds = seeds;
        this.criticEpochs = criticEpochs;
        this.scorerEpochs = scorerEpochs;
        this.strengths = strengths;
        this.criticForEachSeed = criticForEachSeed;
    }

    /** Lower-case name, as it stands in options. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** On scenes that are painted for it, which the embedded default never trained on. */
    public AblateParameters painted(Path backbone, Path output, long seed) {
        List<BuildPairs.PromptText> prompts =
                UnseenScenes.of(FIRST_SCENE + (seed << 16), promptsPerCategory);
        List<String> texts = prompts.stream().map(BuildPairs.PromptText::text).toList();
        PromptSplit split = PromptSplit.of(texts, HELD_OUT, seed);
        PairSettings settings =
                PairSettings.of(seed)
                        .with(NegativeKind.DISTORTED, 3)
                        .with(NegativeKind.EDITED, 2)
                        .with(split);
        String set = "ablation-" + this + "-" + seed;
        BuildPairs build =
                BuildPairs.of(set, BuildPairs.Source.Prompts.by("painter", prompts), settings);
        return parameters(backbone, output, set, Optional.of(build), split, seed);
    }

    /**
     * On a set of pairs that is there.
     *
     * @param prompts of the set, to hold a share of them out
     */
    public AblateParameters on(
            String set, List<String> prompts, Path backbone, Path output, long seed) {
        PromptSplit split = PromptSplit.of(prompts, HELD_OUT, seed);
        return parameters(backbone, output, set, Optional.empty(), split, seed);
    }

    private AblateParameters parameters(
            Path backbone,
            Path output,
            String set,
            Optional<BuildPairs> build,
            PromptSplit split,
            long seed) {
        return new AblateParameters(
                AblationTable.ALL,
                set,
                build,
                split,
                backbone,
                new TrainingMode.Lora(8, 16, 0, TrainingMode.Lora.ALL_TEXT_LINEAR),
                eliq.critic.TrainingSettings.LORA
                        .withLength(new TrainingLength.Epochs(criticEpochs))
                        .withBatch(10, 1)
                        .withPeak(1e-3),
                // The published tables are of the published network.
                NetworkSettings.DEFAULT.with(CriticEvidence.NONE),
                eliq.scorer.TrainingSettings.DEFAULT.withEpochs(scorerEpochs),
                LongStream.range(seed, seed + seeds).boxed().toList(),
                criticForEachSeed,
                strengths,
                Optional.empty(),
                output);
    }
}
