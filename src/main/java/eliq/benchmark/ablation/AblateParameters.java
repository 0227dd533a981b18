package eliq.benchmark.ablation;

import eliq.backbone.TrainingMode;
import eliq.pairs.BuildPairs;
import eliq.pairs.PromptSplit;
import eliq.scorer.NetworkSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to compare and how.
 *
 * @param tables of cells; a cell that stands in several is trained once
 * @param set of pairs to learn from and to test on
 * @param build builds that set first; absent where it is there
 * @param split which prompts no training sees
 * @param backbone folder of the model that is tuned
 * @param mode which of its parameters move in stage 1
 * @param critic settings of stage 1
 * @param network shape of the scorer; a cell may change its fusion and head
 * @param scorer settings of stage 2; a cell may change its ranking, each run its seed
 * @param seeds of the runs of a cell
 * @param criticForEachSeed whether each seed tunes critics of its own; else the seed of the first serves all, and the
 *     spread is that of stage 2 alone
 * @param strengths degradations of each held-out image that its score is ranked against, 3 or more
 * @param ratings name of a rated set in the workspace to test on as well
 * @param output folder for {@code ablation.json}
 */
public record AblateParameters(
        List<AblationTable> tables,
        String set,
        Optional<BuildPairs> build,
        PromptSplit split,
        Path backbone,
        TrainingMode mode,
        eliq.critic.TrainingSettings critic,
        NetworkSettings network,
        eliq.scorer.TrainingSettings scorer,
        List<Long> seeds,
        boolean criticForEachSeed,
        int strengths,
        Optional<String> ratings,
        Path output) {

    /** Images that go through a backbone together. */
    static final int BATCH_IMAGES = 8;

    public AblateParameters {
        tables = List.copyOf(tables);
        seeds = List.copyOf(seeds);
        require(!tables.isEmpty(), "there is no table of cells");
        require(!seeds.isEmpty(), "there is no seed");
        require(seeds.stream().distinct().count() == seeds.size(), "a seed is there twice");
        require(strengths >= 3, "3 strengths or more are needed, not " + strengths);
        require(split.threshold() > 0, "no prompts are held out, so that nothing can be measured");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("ablation: " + message);
        }
    }

    /** Every cell once, in the order of the tables. */
    List<Cell> cells() {
        return tables.stream().flatMap(table -> table.cells().stream()).distinct().toList();
    }

    /** The seed that the critics of a run are tuned with. */
    long criticSeed(long seed) {
        return criticForEachSeed ? seed : seeds.getFirst();
    }
}
