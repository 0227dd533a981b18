package eliq.cli;

import eliq.image.ImageFiles;
import eliq.pairs.DegradeImagesParameters;
import eliq.pairs.DegradeImagesResult;
import eliq.pairs.degrade.Operation;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies of images made worse, to check scores with. */
@Command(
        name = "degrade",
        description = {
            "Writes degraded copies of images, as PNG files of the same names: a scorer or a metric that",
            "is worth something judges them lower, the lower the stronger."
        },
        footer = {
            "",
            "Operations: repeated-jpeg-noise, gaussian-blur, lost-detail (technical); off-centre-crop, tilt,",
            "squeezed-aspect (composition); hue-shift, over-saturation, under-saturation, blown-exposure,",
            "crushed-exposure, colour-cast (colour).",
            "",
            "Example:",
            "  eliq degrade photos/ --operation repeated-jpeg-noise --strength 0.85 --out worse",
            "  eliq score photos/ --format csv > as-they-are.csv",
            "  eliq score worse/ --format csv > worse.csv"
        })
final class DegradeCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("image", "Image"),
                    Column.text("copy", "Copy"),
                    Column.text("error", "Error"));

    @Mixin private ImageArguments images;

    @Option(
            names = "--operation",
            paramLabel = "NAME",
            defaultValue = "repeated-jpeg-noise",
            description = "What is done to them. Default: ${DEFAULT-VALUE}.")
    private String operation;

    @Option(
            names = "--strength",
            paramLabel = "S",
            defaultValue = "0.85",
            description = "From 0 (just visible) to 1 (heavy). Default: ${DEFAULT-VALUE}.")
    private double strength;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every random choice. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the copies.")
    private Path out;

    @Mixin private FormatOption format;

    DegradeCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (Operation.ofKey(operation).isEmpty()) {
            throw new UsageException(
                    "--operation: '"
                            + operation
                            + "' is none of "
                            + Arrays.stream(Operation.values())
                                    .map(Operation::key)
                                    .collect(Collectors.joining(", ")));
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new UsageException("--strength lies between 0 and 1, not " + strength);
        }
        if (Files.isRegularFile(out)) {
            throw new UsageException("--out names a file, not a folder: " + out);
        }
    }

    @Override
    int run(Session session) throws Exception {
        ImageFiles.Listing listing = images.listing(session);
        DegradeImagesResult result =
                session.run(
                        session.workbench().degradeImages(),
                        new DegradeImagesParameters(
                                listing.images(),
                                out.toAbsolutePath().normalize(),
                                operation,
                                strength,
                                seed));
        List<List<?>> rows = new ArrayList<>();
        result.copies().forEach(c -> rows.add(List.of(c.image(), c.copy(), c.error())));
        session.print(format.format(), COLUMNS, rows);
        return result.failed() > 0 || !listing.problems().isEmpty()
                ? Failures.FAILURE
                : Failures.OK;
    }
}
