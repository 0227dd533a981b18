package eliq.cli;

import eliq.image.ImageFiles;
import eliq.metric.MeasureImagesParameters;
import eliq.metric.MeasureImagesResult;
import eliq.metric.MeasuredImage;
import eliq.metric.MetricFacts;
import eliq.report.Column;
import eliq.report.ResultFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scores image files with baselines. */
@Command(
        name = "metric",
        description = {
            "Scores images with metrics that a result is compared with: NIQE, IL-NIQE, BRISQUE, the CLIP family,",
            "and any other that was added."
        },
        footer = {
            "",
            "Columns: image, prompt (where a metric takes one), one for each metric, and error. An arrow in a table's",
            "head says which way is better. Several metrics are separated by commas; NAME=PLACE takes a metric's",
            "parameters from a file, a folder or a model.",
            "",
            "Examples:",
            "  eliq metric list",
            "  eliq metric niqe photo.png",
            "  eliq metric niqe,ilniqe renders/ --format csv > baselines.csv",
            "  eliq metric niqe=niqe_modelparameters.mat photo.png",
            "  eliq metric clipscore,pickscore renders/ --prompts prompts.csv",
            "  eliq metric clipscore=openai/clip-vit-large-patch14 fox.png --prompt \"a red fox\"",
            "  eliq metric fit niqe my-photographs/",
            "  eliq metric fit brisque --ratings ratings.csv --images renders/",
            "  eliq metric add arniqa.pt --card arniqa.json"
        })
final class MetricCommand extends WorkbenchCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME[,NAME]",
            description = "Metrics, as 'eliq metric list' names them.")
    private String names;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "IMAGE|DIR",
            description = "Images, and folders with images at any depth.")
    private List<Path> files = List.of();

    @Mixin private ImagePromptOptions prompts;

    @Mixin private FormatOption format;

    @Mixin private CsvOption csv;

    MetricCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        // Not left to picocli, which would ask for them before a subcommand too.
        if (names == null || files.isEmpty()) {
            throw new UsageException(
                    "Name a metric and images; 'eliq metric list' shows the metrics");
        }
        prompts.check();
        csv.check();
    }

    @Override
    int run(Session session) throws Exception {
        List<String> wishes =
                Arrays.stream(names.split(","))
                        .map(wish -> absolute(wish.strip()))
                        .distinct()
                        .toList();
        List<MetricFacts> metrics = new ArrayList<>();
        for (String wish : wishes) {
            metrics.add(session.workbench().baselines().metrics().wished(wish).facts());
        }
        ImageFiles.Listing listing = ImageArguments.listing(session, files);
        MeasureImagesResult result =
                session.run(
                        session.workbench().baselines().measureImages(),
                        new MeasureImagesParameters(
                                wishes,
                                listing.images(),
                                prompts.prompt(),
                                prompts.table().map(Path::toAbsolutePath)));
        result.parameters()
                .forEach((name, from) -> session.display().say(name + " with " + from + "."));
        List<List<?>> rows = new ArrayList<>();
        boolean texts = metrics.stream().anyMatch(MetricFacts::needsPrompt);
        for (MeasuredImage row : MeasuredImage.readAll(result.rows())) {
            rows.add(values(row, metrics, texts));
        }
        csv.write(session, columns(metrics, texts, false), rows);
        session.print(
                format.format(),
                columns(metrics, texts, format.format() == ResultFormat.TABLE),
                rows);
        if (result.failed() > 0) {
            session.display()
                    .complain(
                            result.failed()
                                    + " of "
                                    + rows.size()
                                    + " images have no score of a metric; the column error says why.");
        }
        return result.failed() > 0 || !listing.problems().isEmpty()
                ? Failures.FAILURE
                : Failures.OK;
    }

    /** A place that is a file or folder here, such that the job finds it from anywhere when it is resumed. */
    private static String absolute(String wish) {
        int place = wish.indexOf('=') + 1;
        Path path = Path.of(wish.substring(place));
        return place > 0 && Files.exists(path)
                ? wish.substring(0, place) + path.toAbsolutePath().normalize()
                : wish;
    }

    private static List<Column> columns(List<MetricFacts> metrics, boolean texts, boolean arrows) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("image", "Image"));
        if (texts) {
            columns.add(Column.text("prompt", "Prompt"));
        }
        for (MetricFacts metric : metrics) {
            String arrow = arrows ? metric.lowerIsBetter() ? " \u2193" : " \u2191" : "";
            columns.add(Column.number(metric.name(), metric.title() + arrow, 4));
        }
        columns.add(Column.text("error", "Error"));
        return columns;
    }

    private static List<?> values(MeasuredImage row, List<MetricFacts> metrics, boolean texts) {
        List<Object> values = new ArrayList<>();
        values.add(row.image());
        if (texts) {
            values.add(row.prompt());
        }
        for (MetricFacts metric : metrics) {
            values.add(Optional.ofNullable(row.scores().get(metric.name())));
        }
        String errors =
                row.errors().entrySet().stream()
                        .map(
                                e ->
                                        e.getKey().isEmpty()
                                                ? e.getValue()
                                                : e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining("; "));
        values.add(errors.isEmpty() ? Optional.empty() : Optional.of(errors));
        return values;
    }
}
