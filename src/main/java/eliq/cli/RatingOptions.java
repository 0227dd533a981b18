package eliq.cli;

import eliq.benchmark.RatingColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Columns of a table of ratings, where they are not to be guessed. */
final class RatingOptions {
    @Option(names = "--image-column", paramLabel = "NAME", description = "Column of image names.")
    private String image;

    @Option(names = "--prompt-column", paramLabel = "NAME", description = "Column of prompts.")
    private String prompt;

    @Option(
            names = "--visual-column",
            paramLabel = "NAME",
            description = "Column of the rating of visual quality.")
    private String visual;

    @Option(
            names = "--alignment-column",
            paramLabel = "NAME",
            description = "Column of the rating of fit to the prompt.")
    private String alignment;

    @Option(
            names = "--also",
            paramLabel = "NAME=COLUMN",
            description = "A further rating to keep; may be given several times.")
    private Map<String, String> others = new LinkedHashMap<>();

    @Option(
            names = "--generator-column",
            paramLabel = "NAME",
            description = "Column of the generators.")
    private String generator;

    @Option(
            names = "--group-column",
            paramLabel = "NAME",
            description = "A further column to compare within; may be given several times.")
    private List<String> groups = List.of();

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "Between the fields of a CSV file. Default: told by the file.")
    private Character delimiter;

    RatingColumns columns() {
        return new RatingColumns(
                Optional.ofNullable(image),
                Optional.ofNullable(prompt),
                Optional.ofNullable(visual),
                Optional.ofNullable(alignment),
                others,
                Map.of(),
                Optional.empty(),
                Optional.ofNullable(generator),
                Optional.empty(),
                groups);
    }

    Optional<Character> delimiter() {
        return Optional.ofNullable(delimiter);
    }
}
