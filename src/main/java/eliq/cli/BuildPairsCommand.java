package eliq.cli;

import eliq.catalog.Family;
import eliq.image.ImageFiles;
import eliq.image.PromptLookup;
import eliq.image.PromptTable;
import eliq.pairs.BuildPairs;
import eliq.pairs.PairSettings;
import eliq.pairs.PromptSplit;
import eliq.report.Column;
import eliq.workbench.PromptFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a set of pairs. */
@Command(
        name = "build",
        description = {
            "Builds a set of pairs: from prompts, drawn by the built-in painter, or from your own images.",
            "Run again with the same name and options it makes what is missing, and nothing twice."
        },
        footer = {
            "",
            "Examples:",
            "  eliq pairs build first --count 140 --seed 1",
            "  eliq pairs build mine --prompts prompts.txt",
            "  eliq pairs build real --images renders/ --prompts prompts.csv --family conventional"
        })
final class BuildPairsCommand extends WorkbenchCommand {
    private static final String PAINTER = "painter";

    @Parameters(paramLabel = "SET", description = "Name of the set.")
    private String name;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Prompts to make up, evenly of all seven categories. Default: 70.")
    private Integer count;

    @Option(
            names = "--prompts",
            paramLabel = "FILE",
            description = {
                "Prompts to draw, one a line; or with --images a CSV file with the columns image and prompt."
            })
    private Path prompts;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Your own images as positives. They stay where they are.")
    private Path images;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every choice. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            description = "One family of negatives only: conventional or ai_specific.")
    private Family family;

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description =
                    "Share of the prompts to keep for testing; wrong prompts keep to their side. Default: ${DEFAULT-VALUE}.")
    private double heldOut;

    @Mixin private FormatOption format;

    BuildPairsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (count != null && (prompts != null || images != null)) {
            throw new UsageException("Give --count, or --prompts, or --images");
        }
        if (count != null && count < 1) {
            throw new UsageException("--count is " + count + "; it must be at least 1");
        }
        if (prompts != null && !Files.isRegularFile(prompts)) {
            throw new UsageException("--prompts: there is no file " + prompts);
        }
        if (images != null && !Files.isDirectory(images)) {
            throw new UsageException("--images: there is no folder " + images);
        }
        if (!(heldOut >= 0 && heldOut < 1)) {
            throw new UsageException("--held-out is " + heldOut + "; it must be a share below 1");
        }
    }

    @Override
    int run(Session session) throws Exception {
        PairSettings settings =
                PairSettings.of(seed)
                        .with(heldOut > 0 ? new PromptSplit(seed, heldOut) : PromptSplit.none());
        if (family != null) {
            settings = settings.only(family);
        }
        BuildPairs parameters = BuildPairs.of(name, source(session), settings);
        BuildPairs.Result result = session.run(session.workbench().buildPairs(), parameters);
        result.skipped().forEach(session.display()::say);
        session.print(
                format.format(),
                List.of(
                        Column.text("set", "Set"),
                        Column.text("tuples", "Tuples"),
                        Column.text("negatives", "Negatives"),
                        Column.text("skipped", "Skipped")),
                List.of(
                        List.of(
                                name,
                                result.tuples(),
                                result.negatives(),
                                result.skipped().size())));
        return Failures.OK;
    }

    private BuildPairs.Source source(Session session) throws Exception {
        if (images != null) {
            return ownImages(session);
        }
        if (prompts != null) {
            return BuildPairs.Source.Prompts.by(
                    PAINTER,
                    PromptFile.read(prompts).stream().map(BuildPairs.PromptText::of).toList());
        }
        return BuildPairs.Source.Prompts.by(
                PAINTER, session.workbench().paintedPrompts(count == null ? 70 : count, seed));
    }

    private BuildPairs.Source ownImages(Session session) throws Exception {
        ImageFiles.Listing listing = ImageFiles.expand(List.of(images));
        listing.problems().forEach(session.display()::complain);
        Optional<PromptTable> table =
                prompts == null ? Optional.empty() : Optional.of(PromptTable.read(prompts));
        table.ifPresent(t -> session.display().say(t.describe()));
        PromptLookup lookup = new PromptLookup(Optional.empty(), table);
        List<BuildPairs.OwnImage> found = new ArrayList<>();
        for (Path image : listing.images()) {
            Optional<String> prompt = lookup.find(image).prompt();
            if (prompt.isPresent()) {
                found.add(new BuildPairs.OwnImage(image, prompt.get()));
            } else {
                session.display().say(image + ": has no prompt; left out.");
            }
        }
        if (found.isEmpty()) {
            throw new CommandException(
                    "No image in "
                            + images
                            + " has a prompt; give them with --prompts FILE.csv (columns image and"
                            + " prompt)");
        }
        return new BuildPairs.Source.OwnImages(found, Optional.of(PAINTER));
    }
}
