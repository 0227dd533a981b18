package eliq.cli;

import eliq.benchmark.Bootstrap;
import eliq.benchmark.Evaluation;
import eliq.benchmark.EvaluationFile;
import eliq.benchmark.RatedSet;
import eliq.benchmark.RatedSetReader;
import eliq.benchmark.ScoreComparison;
import eliq.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds files of scores against a file of ratings. */
@Command(
        name = "correlate",
        description = {
            "Holds scores against ratings, joined by image name: signed SRCC and KRCC of raw scores, PLCC raw and after",
            "the fitted logistic curve, RMSE in rating units, pair accuracy, each with a 95%% interval from draws of",
            "prompts. No images are needed."
        },
        footer = {
            "",
            "Columns are guessed, shown, and may be named.",
            "",
            "Examples:",
            "  eliq correlate --scores scores.csv --ratings ratings.csv",
            "  eliq correlate --scores ARNIQA=a.csv --scores-lower NIQE=n.csv --ratings ratings.csv --out report",
            "  eliq correlate --scores AGIQA-3K/data.csv --score-column mos_quality \\",
            "      --ratings AGIQA-3K/data.csv --visual-column mos_align"
        })
final class CorrelateCommand extends WorkbenchCommand {
    @Mixin private ScoreFileOptions scores;

    @Option(
            names = "--ratings",
            required = true,
            paramLabel = "FILE",
            description = "Ratings: CSV or XLSX, or the folder of AIGCIQA2023.")
    private Path ratings;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write a report there too. Default: only the table.")
    private Path out;

    @Mixin private RatingOptions columns;

    @Mixin private StatisticsOptions statistics;

    @Mixin private ReportForms forms;

    @Mixin private FormatOption format;

    CorrelateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        statistics.check();
        if (!scores.any()) {
            throw new UsageException("Name a file of scores: --scores or --scores-lower");
        }
        scores.check();
        if (!Files.exists(ratings)) {
            throw new UsageException("--ratings: there is no " + ratings);
        }
    }

    @Override
    int run(Session session) throws Exception {
        String name = ratings.toAbsolutePath().normalize().getFileName().toString();
        RatedSet set =
                new RatedSetReader(name, Optional.empty(), columns.columns(), columns.delimiter())
                        .read(ratings);
        session.display().say(name + ": " + String.join("; ", set.columns()));
        Evaluation evaluation =
                new ScoreComparison(set, statistics.statistics(), Workbench.SOFTWARE)
                        .of(scores.sources(), Bootstrap.Stop.NEVER);
        if (out != null) {
            Path folder = out.toAbsolutePath().normalize();
            EvaluationFile.write(folder, evaluation);
            forms.write(session, evaluation, folder);
        }
        EvaluationRows.remark(session, evaluation);
        session.print(format.format(), EvaluationRows.columns(), EvaluationRows.of(evaluation));
        return Failures.OK;
    }
}
