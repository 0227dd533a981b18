package eliq.cli;

import eliq.benchmark.eras.ErasParameters;
import eliq.benchmark.eras.ErasResult;
import eliq.report.Column;
import eliq.report.ReportForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Eras beside one another. */
@Command(
        name = "eras",
        description = {
            "Compares scorers and images of several generator eras, without ratings: how scores are distributed by",
            "generator and era, how far the positives' mean score has drifted, and how often an old and a new critic",
            "order the same images differently, with the images on which they differ most. Writes report.html,",
            "report.pdf, report.md, report.json, tables.tex and tables/*.csv.",
            "Name scorers and images from the oldest on: the first era is what the others are compared with."
        },
        footer = {
            "",
            "Examples:",
            "  eliq eras --scorer old=scorer-2024 --scorer new=scorer-2026 --pairs first --pairs refreshed",
            "  eliq eras --scorer eliq-nano-scorer --images sd15=old-renders/ --images flux=new-renders/",
            "  eliq eras --scorer my-scorer --pairs first --pairs second --show drift --format csv"
        })
final class ErasCommand extends WorkbenchCommand {

    /** Which table is printed. */
    enum Shown {
        DISTRIBUTIONS,
        DRIFT,
        AGREEMENT,
        DISAGREEMENTS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--scorer",
            required = true,
            paramLabel = "[NAME=]ID|DIR",
            description = "A scorer; may be given several times.")
    private List<String> scorers = List.of();

    @Option(
            names = "--pairs",
            paramLabel = "SET",
            description = "A set of pairs whose positives are scored; may be given several times.")
    private List<String> sets = List.of();

    @Option(
            names = "--images",
            paramLabel = "ERA=DIR",
            description = "A folder of images of an era; may be given several times.")
    private Map<String, Path> folders = new LinkedHashMap<>();

    @Option(
            names = "--prompts",
            paramLabel = "FILE.csv",
            description = "Prompts of the images in folders, with the columns image and prompt.")
    private Path prompts;

    @Option(
            names = "--disagreements",
            paramLabel = "N",
            defaultValue = "12",
            description =
                    "How many are listed of every two scorers and score. Default: ${DEFAULT-VALUE}.")
    private int disagreements;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Bootstrap draws behind the intervals. Default: ${DEFAULT-VALUE}.")
    private int draws;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the draws. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--show",
            paramLabel = "TABLE",
            defaultValue = "drift",
            description =
                    "Which table is printed: ${COMPLETION-CANDIDATES}; all are in the report. Default: ${DEFAULT-VALUE}.")
    private Shown shown;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "eliq-eras",
            description = "Where the results go. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin private FormatOption format;

    ErasCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (sets.isEmpty() && folders.isEmpty()) {
            throw new UsageException(
                    "there is nothing to score; name sets (--pairs SET) or folders (--images ERA=DIR)");
        }
        for (Path folder : folders.values()) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException("--images: there is no folder " + folder);
            }
        }
        if (prompts != null && !Files.isRegularFile(prompts)) {
            throw new UsageException("--prompts: there is no file " + prompts);
        }
        if (disagreements < 0 || draws < 0) {
            throw new UsageException("--disagreements and --draws are not negative");
        }
    }

    @Override
    int run(Session session) throws Exception {
        List<ErasParameters.JudgeChoice> judges = new ArrayList<>();
        for (String scorer : scorers) {
            int cut = scorer.indexOf('=');
            String place = scorer.substring(cut + 1);
            String name = cut > 0 ? scorer.substring(0, cut) : place;
            judges.add(
                    new ErasParameters.JudgeChoice(name, session.model(place), Optional.empty()));
        }
        List<ErasParameters.EraFolder> eras = new ArrayList<>();
        folders.forEach(
                (era, folder) ->
                        eras.add(
                                new ErasParameters.EraFolder(
                                        era,
                                        folder.toAbsolutePath().normalize(),
                                        Optional.ofNullable(prompts)
                                                .map(p -> p.toAbsolutePath().normalize()))));
        ErasParameters parameters;
        try {
            parameters =
                    new ErasParameters(
                            judges,
                            sets,
                            eras,
                            disagreements,
                            draws,
                            seed,
                            out.toAbsolutePath().normalize());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        ErasResult result = session.run(session.workbench().compareEras(), parameters);
        print(session, result);
        session.display().say("Report: " + result.file().resolveSibling(ReportForm.HTML.file()));
        return result.skipped().isEmpty() ? Failures.OK : Failures.FAILURE;
    }

    private void print(Session session, ErasResult result) throws Exception {
        switch (shown) {
            case DISTRIBUTIONS ->
                    session.print(
                            format.format(),
                            List.of(
                                    Column.text("judge", "Judge"),
                                    Column.text("score", "Score"),
                                    Column.text("era", "Era"),
                                    Column.text("generator", "Generator"),
                                    Column.text("images", "Images"),
                                    Column.number("mean", "Mean", 3),
                                    Column.number("deviation", "Deviation", 3),
                                    Column.number("median", "Median", 3)),
                            rows(
                                    result.distributions(),
                                    d ->
                                            List.of(
                                                    d.judge(),
                                                    d.kind().key(),
                                                    d.era(),
                                                    d.generator().isEmpty() ? "all" : d.generator(),
                                                    d.images(),
                                                    d.mean(),
                                                    d.deviation(),
                                                    d.quantiles()[2])));
            case DRIFT ->
                    session.print(
                            format.format(),
                            List.of(
                                    Column.text("judge", "Judge"),
                                    Column.text("score", "Score"),
                                    Column.text("era", "Era"),
                                    Column.text("images", "Images"),
                                    Column.text("paired", "Same prompts"),
                                    Column.number("change", "Change", 3),
                                    Column.number("lower", "Lower", 3),
                                    Column.number("upper", "Upper", 3),
                                    Column.number("effect", "In deviations", 2)),
                            rows(
                                    result.drifts(),
                                    d ->
                                            List.of(
                                                    d.judge(),
                                                    d.kind().key(),
                                                    d.era(),
                                                    d.images(),
                                                    d.paired(),
                                                    d.change(),
                                                    d.lower(),
                                                    d.upper(),
                                                    d.effect())));
            case AGREEMENT ->
                    session.print(
                            format.format(),
                            List.of(
                                    Column.text("judge", "Judge"),
                                    Column.text("other", "Other"),
                                    Column.text("score", "Score"),
                                    Column.text("era", "Era"),
                                    Column.text("images", "Images"),
                                    Column.number("srcc", "SRCC", 3),
                                    Column.number("krcc", "KRCC", 3),
                                    Column.number("opposed", "Opposed", 3)),
                            rows(
                                    result.agreements(),
                                    a ->
                                            List.of(
                                                    a.one(),
                                                    a.other(),
                                                    a.kind().key(),
                                                    a.era().isEmpty() ? "all" : a.era(),
                                                    a.images(),
                                                    a.srcc(),
                                                    a.krcc(),
                                                    a.opposed())));
            case DISAGREEMENTS ->
                    session.print(
                            format.format(),
                            List.of(
                                    Column.text("image", "Image"),
                                    Column.text("era", "Era"),
                                    Column.text("score", "Score"),
                                    Column.text("judge", "Judge"),
                                    Column.number("place", "Place", 2),
                                    Column.text("other", "Other"),
                                    Column.number("other_place", "Place", 2)),
                            rows(
                                    result.disagreements(),
                                    d ->
                                            List.of(
                                                    d.image(),
                                                    d.era(),
                                                    d.kind().key(),
                                                    d.one(),
                                                    d.place(),
                                                    d.other(),
                                                    d.otherPlace())));
        }
    }

    private static <T> List<List<?>> rows(List<T> values, Function<T, List<?>> row) {
        List<List<?>> rows = new ArrayList<>();
        values.forEach(value -> rows.add(row.apply(value)));
        return rows;
    }
}
