package eliq.cli;

import eliq.benchmark.BenchmarkException;
import eliq.benchmark.ImageMatch;
import eliq.benchmark.RatedImage;
import eliq.benchmark.RatedSet;
import eliq.benchmark.RatedSetReader;
import eliq.image.ImageFiles;
import eliq.metric.nss.BrisqueModel;
import eliq.metric.nss.FitBrisqueParameters;
import eliq.metric.nss.FitPristineParameters;
import eliq.metric.nss.FitResult;
import eliq.metric.nss.PristineFit;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits the parameters of a metric. */
@Command(
        name = "fit",
        description = {
            "Fits a metric's parameters: NIQE's or IL-NIQE's model of sound photographs to a folder of yours, or",
            "BRISQUE's regression to rated images."
        },
        footer = {
            "",
            "A model that was fitted to other pictures than the authors' gives other numbers than the published ones:",
            "say so where you report them. The file's hash is kept with every run.",
            "",
            "Examples:",
            "  eliq metric fit niqe my-photographs/",
            "  eliq metric fit ilniqe my-photographs/ --out my-ilniqe.mat",
            "  eliq metric fit brisque --ratings ratings.csv --images renders/"
        })
final class MetricFitCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("metric", "Metric"),
                    Column.text("images", "Images"),
                    Column.text("samples", "Samples"),
                    Column.text("model", "Model"));

    @Parameters(index = "0", paramLabel = "METRIC", description = "niqe, ilniqe or brisque.")
    private String metric;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "IMAGE|DIR",
            description = "Sound photographs, for niqe and ilniqe.")
    private List<Path> photographs = List.of();

    @Option(
            names = "--sharpness",
            paramLabel = "T",
            defaultValue = "0.75",
            description = {
                "niqe, ilniqe: the part of a picture's sharpest block that a block must have to count.",
                "Default: ${DEFAULT-VALUE}."
            })
    private double sharpness;

    @Option(
            names = "--ratings",
            paramLabel = "FILE",
            description = "brisque: a table with an image and a rating column; higher is better.")
    private Path ratings;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "brisque: the folder with the rated images.")
    private Path images;

    @Option(
            names = "--rating",
            paramLabel = "NAME",
            description = "brisque: the rating to train on. Default: that of visual quality.")
    private String rating;

    @Option(
            names = "--cost",
            paramLabel = "C",
            defaultValue = "1024",
            description = "brisque: cost of an error. Default: ${DEFAULT-VALUE}, as published.")
    private double cost;

    @Option(
            names = "--gamma",
            paramLabel = "G",
            defaultValue = "0.05",
            description = "brisque: the radial kernel's gamma. Default: ${DEFAULT-VALUE}.")
    private double gamma;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The model's file. Default: the workspace's, which the metric then takes.")
    private Path out;

    @Mixin private FormatOption format;

    MetricFitCommand(Terminal terminal) {
        super(terminal);
    }

    private Optional<PristineFit> pristine() {
        return Arrays.stream(PristineFit.values())
                .filter(fit -> fit.metric().equals(metric))
                .findFirst();
    }

    @Override
    void check() throws UsageException {
        boolean brisque = metric.equals("brisque");
        if (pristine().isEmpty() && !brisque) {
            throw new UsageException(
                    "'" + metric + "' has nothing to fit; niqe, ilniqe and brisque have");
        }
        if (brisque && (ratings == null || images == null)) {
            throw new UsageException("brisque needs --ratings and --images");
        }
        if (brisque && !Files.isRegularFile(ratings)) {
            throw new UsageException("--ratings: there is no file " + ratings);
        }
        if (!brisque && photographs.isEmpty()) {
            throw new UsageException("Name photographs, or folders with some");
        }
        if (!(sharpness >= 0 && sharpness < 1)) {
            throw new UsageException("--sharpness lies between 0 and 1, not " + sharpness);
        }
        if (!(cost > 0) || !(gamma > 0)) {
            throw new UsageException("--cost and --gamma are above 0");
        }
    }

    @Override
    int run(Session session) throws Exception {
        Path model =
                (out == null ? session.workbench().baselines().pristine().file(metric) : out)
                        .toAbsolutePath()
                        .normalize();
        Optional<PristineFit> pristine = pristine();
        FitResult result =
                pristine.isPresent()
                        ? pristine(session, pristine.get(), model)
                        : brisque(session, model);
        result.skipped().forEach(session.display()::complain);
        session.print(
                format.format(),
                COLUMNS,
                List.of(List.of(metric, result.used(), result.samples(), result.model())));
        return Failures.OK;
    }

    private FitResult pristine(Session session, PristineFit kind, Path model) throws Exception {
        ImageFiles.Listing listing = ImageArguments.listing(session, photographs);
        return session.run(
                session.workbench().baselines().fitPristine(),
                new FitPristineParameters(kind, listing.images(), sharpness, model));
    }

    private FitResult brisque(Session session, Path model) throws Exception {
        RatedSet set =
                RatedSetReader.guessing("ratings")
                        .read(ratings)
                        .withRatings(Optional.ofNullable(rating), Optional.empty());
        String column =
                set.visual()
                        .orElseThrow(
                                () ->
                                        new BenchmarkException(
                                                ratings
                                                        + ": no column is known to rate visual"
                                                        + " quality; name one with --rating: "
                                                        + String.join(", ", set.ratingNames())));
        session.display().say("Ratings are taken from '" + column + "'.");
        ImageMatch match =
                ImageMatch.find(set.images().stream().map(RatedImage::name).toList(), images);
        match.ambiguous().forEach(session.display()::complain);
        if (!match.missing().isEmpty()) {
            session.display()
                    .complain(
                            match.missing().size()
                                    + " of "
                                    + set.images().size()
                                    + " rated images are not in "
                                    + images
                                    + ", "
                                    + match.missing().getFirst()
                                    + " first.");
        }
        List<Path> files = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (RatedImage image : set.images()) {
            double value = image.rating(column);
            if (match.files().containsKey(image.name()) && Double.isFinite(value)) {
                files.add(match.files().get(image.name()));
                values.add(value);
            }
        }
        return session.run(
                session.workbench().baselines().fitBrisque(),
                new FitBrisqueParameters(
                        files,
                        values,
                        new BrisqueModel.Settings(
                                cost, gamma, BrisqueModel.Settings.STANDARD.epsilon()),
                        model));
    }
}
