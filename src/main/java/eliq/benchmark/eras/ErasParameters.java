package eliq.benchmark.eras;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to compare.
 *
 * @param judges scorers with their critics, the oldest first
 * @param sets names of tuple sets whose positives are scored; each is of the era that it says
 * @param folders further images, each folder of an era
 * @param disagreements how many of the largest are listed for every two judges
 * @param draws of the bootstrap behind the intervals
 * @param seed of these draws
 * @param output folder for {@code eras.json}
 */
public record ErasParameters(
        List<JudgeChoice> judges,
        List<String> sets,
        List<EraFolder> folders,
        int disagreements,
        int draws,
        long seed,
        Path output) {

    /**
     * @param name for tables, unique
     * @param scorer its folder
     * @param critic that it was trained on; absent: it is looked for where scorers keep theirs
     */
    public record JudgeChoice(String name, Path scorer, Optional<Path> critic) {}

    /**
     * @param era as it stands in tables; the eras are compared in the order in which they are named first
     * @param prompts a CSV file with an image and a prompt column; else the text beside an image and its metadata are asked
     */
    public record EraFolder(String era, Path folder, Optional<Path> prompts) {}

    public ErasParameters {
        judges = List.copyOf(judges);
        sets = List.copyOf(sets);
        folders = List.copyOf(folders);
        require(!judges.isEmpty(), "no scorer is named");
        require(
                judges.stream().map(JudgeChoice::name).distinct().count() == judges.size(),
                "two scorers have the same name; give one another: --scorer NAME=DIR");
        require(!sets.isEmpty() || !folders.isEmpty(), "no images are named");
        require(disagreements >= 0 && draws >= 0, "numbers are not negative");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("eras: " + message);
        }
    }
}
