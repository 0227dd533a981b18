package eliq.cli;

import eliq.benchmark.MonotonicityParameters;
import eliq.benchmark.MonotonicityResult;
import eliq.benchmark.StrengthCurve;
import eliq.image.ImageFiles;
import eliq.pairs.degrade.Operation;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sees whether scores follow the strength of degradations. */
@Command(
        name = "monotonicity",
        description = {
            "Spoils images more and more by each conventional degradation and sees whether scores follow: a check that",
            "needs no ratings. SRCC is between score and strength for each image, the sign turned so that 1 is right."
        },
        footer = {
            "",
            "Examples:",
            "  eliq monotonicity photo.png",
            "  eliq monotonicity photos/ --steps 8 --per-image --format csv",
            "  eliq monotonicity photos/ --no-scorer --metric niqe"
        })
final class MonotonicityCommand extends WorkbenchCommand {
    @Mixin private ImageArguments images;

    @Mixin private MethodOptions methods;

    @Option(
            names = "--operation",
            split = ",",
            paramLabel = "KEY",
            description = "Degradations; several with commas. Default: all.")
    private List<String> operations =
            Arrays.stream(Operation.values()).map(Operation::key).toList();

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "5",
            description = "Strengths above 0. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the degradations. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--per-image", description = "A row for each image, with its scores.")
    private boolean perImage;

    @Mixin private FormatOption format;

    MonotonicityCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (steps < 2 || steps > 50) {
            throw new UsageException("--steps: 2 to 50, not " + steps);
        }
        for (String key : operations) {
            if (Operation.ofKey(key).isEmpty()) {
                throw new UsageException(
                        "--operation: there is no degradation '"
                                + key
                                + "'; there are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Operation.values())
                                                .map(Operation::key)
                                                .toList()));
            }
        }
        if (methods.none()) {
            throw new UsageException("Nothing is left to score: name a metric with --metric");
        }
    }

    @Override
    int run(Session session) throws Exception {
        ImageFiles.Listing listing = images.listing(session);
        MonotonicityResult result =
                session.run(
                        session.workbench().monotonicity(),
                        new MonotonicityParameters(
                                listing.images(),
                                methods.scorer(session),
                                methods.critic(session),
                                methods.metrics(),
                                operations,
                                steps,
                                seed));
        result.skipped().forEach(session.display()::complain);
        List<Column> columns = perImage ? imageColumns() : curveColumns();
        List<List<?>> rows = new ArrayList<>();
        for (StrengthCurve curve : result.curves()) {
            if (perImage) {
                curve.images().forEach(series -> rows.add(row(curve, series)));
            } else {
                rows.add(row(curve));
            }
        }
        session.print(format.format(), columns, rows);
        return result.skipped().isEmpty() && listing.problems().isEmpty()
                ? Failures.OK
                : Failures.FAILURE;
    }

    private static List<Column> curveColumns() {
        return List.of(
                Column.text("method", "Method"),
                Column.text("operation", "Degradation"),
                Column.text("aspect", "Aspect"),
                Column.text("images", "Images"),
                Column.number("srcc", "Mean SRCC", 3),
                Column.number("untouched", "Untouched", 3),
                Column.number("strongest", "Strongest", 3));
    }

    private static List<?> row(StrengthCurve curve) {
        return List.of(
                curve.method(),
                curve.operation(),
                curve.aspect().key(),
                curve.images().size(),
                curve.srcc(),
                curve.mean()[0],
                curve.mean()[curve.mean().length - 1]);
    }

    private List<Column> imageColumns() {
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                Column.text("method", "Method"),
                                Column.text("operation", "Degradation"),
                                Column.text("image", "Image"),
                                Column.number("srcc", "SRCC", 3)));
        for (int i = 0; i <= steps; i++) {
            columns.add(
                    Column.number(
                            "score_" + i,
                            String.format(java.util.Locale.ROOT, "%.2f", (double) i / steps),
                            3));
        }
        return columns;
    }

    private static List<?> row(StrengthCurve curve, StrengthCurve.Series series) {
        List<Object> row =
                new ArrayList<>(
                        List.of(curve.method(), curve.operation(), series.image(), series.srcc()));
        for (double score : series.scores()) {
            row.add(score);
        }
        return row;
    }
}
