package eliq.cli;

import eliq.benchmark.ScoreSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Scores of other tools. */
final class ScoreFileOptions {
    @Option(
            names = "--scores",
            paramLabel = "[NAME=]FILE",
            description = {
                "Scores of which higher is better: CSV or XLSX with a column of image names; may be",
                "given several times. NAME stands in the tables; default: the file's name."
            })
    private List<String> higher = List.of();

    @Option(
            names = "--scores-lower",
            paramLabel = "[NAME=]FILE",
            description = "The same for scores of which lower is better, such as NIQE.")
    private List<String> lower = List.of();

    @Option(
            names = "--score-image-column",
            paramLabel = "NAME",
            description = "Column of image names in the files of scores.")
    private String image;

    @Option(
            names = "--score-column",
            paramLabel = "NAME",
            description = "Column of scores of visual quality.")
    private String visual;

    @Option(
            names = "--alignment-score-column",
            paramLabel = "NAME",
            description = "Column of scores of fit to the prompt.")
    private String alignment;

    /** Whether any was named. */
    boolean any() {
        return !higher.isEmpty() || !lower.isEmpty();
    }

    void check() throws UsageException {
        for (ScoreSource source : sources()) {
            if (!Files.isRegularFile(source.file())) {
                throw new UsageException("--scores: there is no file " + source.file());
            }
        }
    }

    List<ScoreSource> sources() {
        List<ScoreSource> sources = new ArrayList<>();
        higher.forEach(each -> sources.add(source(each, false)));
        lower.forEach(each -> sources.add(source(each, true)));
        return sources;
    }

    private ScoreSource source(String given, boolean lowerIsBetter) {
        int equals = given.indexOf('=');
        Path file = Path.of(given.substring(equals + 1));
        String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        return new ScoreSource(
                equals > 0 ? given.substring(0, equals) : name,
                file,
                Optional.ofNullable(image),
                Optional.ofNullable(visual),
                Optional.ofNullable(alignment),
                lowerIsBetter);
    }
}
