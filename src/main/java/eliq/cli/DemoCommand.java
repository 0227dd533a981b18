package eliq.cli;

import eliq.demo.DemoParameters;
import eliq.demo.DemoResult;
import eliq.hub.Installation;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job. */
@Command(
        name = "demo",
        description = {
            "Runs the whole method: builds pairs, tunes a critic, trains a scorer, scores held-out images,",
            "and writes report.html, scores.csv and summary.json. On painted scenes it takes a few minutes on two",
            "cores; with --images it does the same on your own images."
        },
        footer = {
            "",
            "Examples:",
            "  eliq demo",
            "  eliq demo --out my-report",
            "  eliq demo --images renders/ --prompts prompts.csv --out my-report"
        })
final class DemoCommand extends WorkbenchCommand {
    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Your own images as positives. They stay where they are.")
    private Path images;

    @Option(
            names = "--prompts",
            paramLabel = "FILE.csv",
            description = {
                "Their prompts: a table with the columns image and prompt. Otherwise the .txt file of the same",
                "name and the image's own metadata are asked."
            })
    private Path prompts;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "eliq-demo",
            description = "Where the results go. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            defaultValue = Installation.NANO,
            description = "The model to tune. Default: ${DEFAULT-VALUE}.")
    private String model;

    @Mixin private SettingOptions settings;

    @Mixin private FormatOption format;

    DemoCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (images != null && !Files.isDirectory(images)) {
            throw new UsageException("--images: there is no folder " + images);
        }
        if (prompts != null && images == null) {
            throw new UsageException(
                    "--prompts goes with --images: it names the prompts of images");
        }
        if (prompts != null && !Files.isRegularFile(prompts)) {
            throw new UsageException("--prompts: there is no file " + prompts);
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("--out: " + out + " is a file; name a folder");
        }
    }

    @Override
    int run(Session session) throws Exception {
        DemoParameters parameters =
                DemoParameters.of(session.model(model), out.toAbsolutePath().normalize());
        if (images != null) {
            parameters =
                    parameters.with(
                            new DemoParameters.OwnImages(
                                    images.toAbsolutePath().normalize(),
                                    Optional.ofNullable(prompts)
                                            .map(p -> p.toAbsolutePath().normalize())));
        }
        parameters = settings.apply(parameters, DemoParameters.class);
        if (settings.listed()) {
            session.print(format.format(), SettingOptions.COLUMNS, SettingOptions.rows(parameters));
            return Failures.OK;
        }
        DemoResult result = session.run(session.workbench().demo(), parameters);
        session.print(
                format.format(),
                List.of(Column.text("figure", "Figure"), Column.number("value", "Value", 3)),
                rows(result));
        session.display().say("Report: " + result.report());
        return Failures.OK;
    }

    private static List<List<?>> rows(DemoResult result) {
        List<List<?>> rows = new ArrayList<>();
        add(rows, "heldOut.", result.heldOut());
        add(rows, "seconds.", result.seconds());
        return rows;
    }

    private static void add(List<List<?>> rows, String prefix, Map<String, Double> values) {
        new TreeMap<>(values).forEach((name, value) -> rows.add(List.of(prefix + name, value)));
    }
}
