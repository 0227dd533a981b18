package eliq.cli;

import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.painter.Painter;
import eliq.hub.Installation;
import eliq.image.ImageEncoding;
import eliq.job.JobOutcome;
import eliq.report.Column;
import eliq.report.ResultWriter;
import eliq.scorer.ScoreImagesParameters;
import eliq.scorer.ScoreImagesResult;
import eliq.scorer.ScoredImage;
import eliq.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether what is installed works here, and how fast it starts. */
@Command(
        name = "check",
        description = {
            "Checks that this installation works: paints a picture and scores it with the scorer that comes with the",
            "program, and opens the window and closes it as soon as it has been painted. Says how long each took."
        },
        footer = {
            "",
            "Columns: part, result (ok, or what is wrong), seconds.",
            "",
            "Examples:",
            "  eliq check",
            "  eliq check window --on-screen",
            "  eliq check scorer --format json"
        })
final class CheckCommand implements Callable<Integer> {

    /** What is checked. */
    enum Part {
        SCORER,
        WINDOW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("part", "Part"),
                    Column.text("result", "Result"),
                    Column.number("seconds", "Seconds", 2));

    /** Fails with a message that says what is wrong. */
    @FunctionalInterface
    private interface Trial {
        void run() throws Exception;
    }

    private final Terminal terminal;
    private final Optional<WindowTools> window;

    @Parameters(
            paramLabel = "PART",
            arity = "0..*",
            description = "What is checked: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> parts = List.of(Part.values());

    @Option(names = "--on-screen", description = "Show the window. Default: no display is needed.")
    private boolean onScreen;

    @Mixin private FormatOption format;

    @Mixin private CommonOptions common;

    CheckCommand(Terminal terminal, Optional<WindowTools> window) {
        this.terminal = terminal;
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        List<List<?>> rows = new ArrayList<>();
        boolean well = true;
        for (Part part : parts) {
            String result = "ok";
            long begun = terminal.nanoTime().getAsLong();
            try {
                trial(part).run();
            } catch (Exception e) {
                result = Failures.sentence(String.valueOf(e.getMessage()));
                well = false;
            }
            rows.add(
                    List.of(
                            part.toString(),
                            result,
                            (terminal.nanoTime().getAsLong() - begun) / 1e9));
        }
        try (ResultWriter writer = format.format().open(terminal.out(), COLUMNS)) {
            for (List<?> row : rows) {
                writer.row(row);
            }
        }
        return well ? Failures.OK : Failures.FAILURE;
    }

    private Trial trial(Part part) {
        return switch (part) {
            case SCORER -> this::score;
            case WINDOW -> () -> BenchCommand.require(window).openOnce(common.home(), onScreen);
        };
    }

    /** In a workspace of its own: a check leaves nothing behind. */
    private void score() throws Exception {
        Path folder = Files.createTempDirectory("eliq-check");
        try (Workbench workbench =
                Workbench.open(
                        folder.resolve("home"), terminal.environment(), terminal.userHome())) {
            Path picture = paint(folder);
            JobOutcome<ScoreImagesResult> outcome =
                    workbench
                            .jobs()
                            .run(
                                    workbench.scoreImages(),
                                    new ScoreImagesParameters(
                                            List.of(picture),
                                            Optional.empty(),
                                            Optional.empty(),
                                            workbench.models().find(Installation.NANO_SCORER),
                                            Optional.empty()));
            for (ScoredImage image : ScoredImage.readAll(result(outcome).rows())) {
                if (image.visual().isEmpty()) {
                    throw new CommandException(image.error().orElse("there is no score"));
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static Path paint(Path folder) throws GenerateException, IOException {
        return Files.write(
                folder.resolve("picture.png"),
                ImageEncoding.png(
                        new Painter()
                                .generate(GenerationRequest.of("two red cars on a bridge", 7))));
    }

    private static ScoreImagesResult result(JobOutcome<ScoreImagesResult> outcome)
            throws CommandException {
        return switch (outcome) {
            case JobOutcome.Done<ScoreImagesResult> done -> done.result();
            case JobOutcome.Failed<ScoreImagesResult> failed ->
                    throw new CommandException(failed.reason());
            case JobOutcome.Stopped<ScoreImagesResult> _ ->
                    throw new CommandException("scoring was stopped");
        };
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.collect(Collectors.toCollection(ArrayList::new));
        }
        for (Path each : all.reversed()) {
            Files.delete(each);
        }
    }
}
