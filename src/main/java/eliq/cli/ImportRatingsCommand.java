package eliq.cli;

import eliq.benchmark.ImportRatings;
import eliq.benchmark.ImportedRatings;
import eliq.benchmark.RatedSetLayout;
import eliq.benchmark.RatedSetReader;
import eliq.benchmark.RatedSetStore;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a rated set in. */
@Command(
        name = "import-ratings",
        description = {
            "Brings a rated set into the workspace: AGIQA-3K, AIGCIQA2023, AIGIQA-20K, KonIQ-10k, SPAQ, or any table",
            "of images and ratings. Columns are guessed and shown, and may be named. Images are found by name below",
            "--images and stay where they are. A set of the same name is replaced, with its ratings in the catalogue."
        },
        footer = {
            "",
            "INDEX is a CSV or XLSX file, or the folder of AIGCIQA2023 with DATA/MOS/mosz1.mat.",
            "Without --images, scores of other tools can still be held against the ratings.",
            "",
            "Examples:",
            "  eliq import-ratings agiqa-3k AGIQA-3K/data.csv --images AGIQA-3K/images",
            "  eliq import-ratings aigciqa AIGCIQA2023/ --images AIGCIQA2023/Image/allimg",
            "  eliq import-ratings koniq koniq10k_distributions_sets.csv --images 1024x768",
            "  eliq import-ratings mine ratings.csv --images renders/ --visual-column appeal",
            "  eliq import-ratings mine ratings.csv --images renders/ --preview"
        })
final class ImportRatingsCommand extends WorkbenchCommand {
    private static final int SHOWN = 10;

    @Parameters(index = "0", paramLabel = "NAME", description = "What the set is to be called.")
    private String name;

    @Parameters(index = "1", paramLabel = "INDEX", description = "Its table, or its folder.")
    private Path index;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Where its images are, at any depth.")
    private Path images;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description = {
                "agiqa-3k, aigciqa2023, aigiqa-20k, koniq-10k, spaq or table. Default: told by the",
                "columns."
            })
    private String layout;

    @Option(
            names = "--index-only",
            description =
                    "Leave the images out of the catalogue; they are found for evaluations all the same.")
    private boolean indexOnly;

    @Option(
            names = "--preview",
            description = {
                "Only say what would be taken for what, and how many images have a file; nothing is",
                "imported."
            })
    private boolean preview;

    @Mixin private RatingOptions columns;

    @Mixin private FormatOption format;

    ImportRatingsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (!Files.exists(index)) {
            throw new UsageException("There is no " + index);
        }
        if (!RatedSetStore.isName(name)) {
            throw new UsageException(
                    "'" + name + "' cannot name a set; use letters, digits, '.', '_' and '-'");
        }
        if (images != null && !Files.isDirectory(images)) {
            throw new UsageException("--images: there is no folder " + images);
        }
    }

    @Override
    int run(Session session) throws Exception {
        Optional<RatedSetLayout> known =
                layout == null ? Optional.empty() : Optional.of(RatedSetLayout.of(layout));
        ImportRatings wanted =
                new ImportRatings(
                        name,
                        index,
                        Optional.ofNullable(images),
                        known,
                        columns.columns(),
                        columns.delimiter(),
                        !indexOnly);
        if (preview) {
            return new RatingsPreview(session, format.format()).of(wanted);
        }
        // What another option would mend is said before there is a job, which keeps its options.
        new RatedSetReader(name, known, columns.columns(), columns.delimiter()).read(index);
        ImportedRatings result = session.run(session.workbench().importRatings(), wanted);
        session.display().say(result.layout() + ": " + String.join("; ", result.columns()));
        result.remarks().forEach(session.display()::say);
        complain(session, "has no file", result.missing());
        result.ambiguous().stream().limit(SHOWN).forEach(session.display()::complain);
        if (!result.extra().isEmpty()) {
            session.display()
                    .say(
                            result.extra().size()
                                    + " files are not in the index, such as "
                                    + result.extra().getFirst());
        }
        session.print(
                format.format(),
                List.of(
                        Column.text("set", "Set"),
                        Column.text("layout", "Layout"),
                        Column.text("listed", "Listed"),
                        Column.text("prompts", "Prompts"),
                        Column.text("found", "Found"),
                        Column.text("missing", "Missing"),
                        Column.text("ambiguous", "Ambiguous"),
                        Column.text("extra", "Extra"),
                        Column.text("visual", "Visual"),
                        Column.text("visual_rated", "Rated"),
                        Column.text("alignment", "Alignment"),
                        Column.text("alignment_rated", "Rated")),
                List.of(
                        List.of(
                                result.name(),
                                result.layout(),
                                result.listed(),
                                result.prompts(),
                                result.found(),
                                result.missing().size(),
                                result.ambiguous().size(),
                                result.extra().size(),
                                result.visual().map(ImportedRatings.RatingCount::name),
                                result.visual().map(ImportedRatings.RatingCount::images),
                                result.alignment().map(ImportedRatings.RatingCount::name),
                                result.alignment().map(ImportedRatings.RatingCount::images))));
        return result.missing().isEmpty() && result.ambiguous().isEmpty()
                ? Failures.OK
                : Failures.FAILURE;
    }

    private static void complain(Session session, String what, List<String> names) {
        names.stream()
                .limit(SHOWN)
                .forEach(each -> session.display().complain(each + " " + what + "."));
        if (names.size() > SHOWN) {
            session.display().complain("... and " + (names.size() - SHOWN) + " more images.");
        }
    }
}
