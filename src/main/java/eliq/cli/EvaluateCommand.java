package eliq.cli;

import eliq.benchmark.EvaluateParameters;
import eliq.benchmark.EvaluatedSet;
import eliq.benchmark.Evaluation;
import eliq.benchmark.EvaluationFile;
import eliq.benchmark.ScoreSource;
import eliq.hub.HubException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates a scorer beside baselines on a rated set. */
@Command(
        name = "evaluate",
        description = {
            "Scores a rated set with a scorer and baselines, joins scores of other tools, and writes a report: SRCC,",
            "PLCC, KRCC, RMSE and pair accuracy with intervals over prompts, comparisons, strata, alignment beyond",
            "quality, weak supervision, score against degradation strength, and published figures beside them."
        },
        footer = {
            "",
            "The report goes to --out as HTML, PDF, Markdown, LaTeX, CSV and JSON, with evaluation.json, from which",
            "'eliq report' writes them again.",
            "",
            "Examples:",
            "  eliq evaluate agiqa-3k --out agiqa-report",
            "  eliq evaluate agiqa-3k --metric niqe,ilniqe --scores ARNIQA=arniqa.csv",
            "  eliq evaluate mine --no-scorer --scores-lower NIQE=niqe.csv --form html,latex",
            "  eliq evaluate mine --scorer my-scorer --visual appeal --labels 0.3 --splits 20",
            "  eliq evaluate mine --splits 10 --no-brisque --degraded 0"
        })
final class EvaluateCommand extends WorkbenchCommand {
    @Parameters(paramLabel = "SET", description = "A rated set; see 'eliq benchmark list'.")
    private String set;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes. Default: evaluation-SET.")
    private Path out;

    @Mixin private MethodOptions methods;

    @Mixin private ScoreFileOptions scores;

    @Option(
            names = "--visual",
            paramLabel = "RATING",
            description = "Rating to hold visual scores against. Default: the set's.")
    private String visual;

    @Option(
            names = "--alignment",
            paramLabel = "RATING",
            description = "Rating to hold alignment scores against. Default: the set's.")
    private String alignment;

    @Option(
            names = "--labels",
            paramLabel = "SHARE",
            description =
                    "Labelled share for the linear regressor and BRISQUE. Default: 0.2, and 0.3 for photographs.")
    private Double labels;

    @Option(
            names = "--splits",
            paramLabel = "N",
            defaultValue = "10",
            description = "Splits of the labels; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int splits;

    @Option(
            names = "--no-brisque",
            description =
                    "Leave out BRISQUE, which is otherwise trained on the labelled part of each split and tested on the rest, where the images are at hand.")
    private boolean noBrisque;

    @Option(
            names = "--degraded",
            paramLabel = "N",
            defaultValue = "8",
            description = "Images to degrade step by step; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int degraded;

    @Mixin private StatisticsOptions statistics;

    @Mixin private ReportForms forms;

    @Mixin private FormatOption format;

    EvaluateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        statistics.check();
        scores.check();
        if (labels != null && !(labels > 0 && labels < 1)) {
            throw new UsageException("--labels: a share between 0 and 1, not " + labels);
        }
        if (splits < 0 || degraded < 0) {
            throw new UsageException("--splits and --degraded cannot be negative");
        }
        if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("--out: " + out + " is a file; name a folder");
        }
    }

    @Override
    int run(Session session) throws Exception {
        Path folder =
                (out == null ? Path.of("evaluation-" + set) : out).toAbsolutePath().normalize();
        EvaluatedSet result =
                session.run(session.workbench().evaluate(), parameters(session, folder));
        Evaluation evaluation = EvaluationFile.read(result.file());
        forms.write(session, evaluation, folder);
        EvaluationRows.remark(session, evaluation);
        session.print(format.format(), EvaluationRows.columns(), EvaluationRows.of(evaluation));
        return Failures.OK;
    }

    private EvaluateParameters parameters(Session session, Path folder) throws HubException {
        List<ScoreSource> imported = new ArrayList<>(scores.sources());
        return new EvaluateParameters(
                set,
                Optional.ofNullable(visual),
                Optional.ofNullable(alignment),
                methods.scorer(session),
                methods.critic(session),
                methods.metrics(),
                imported,
                statistics.statistics(),
                new EvaluateParameters.Weak(
                        Optional.ofNullable(labels),
                        splits,
                        EvaluateParameters.Weak.DEFAULT.seed(),
                        !noBrisque),
                new EvaluateParameters.Monotonicity(
                        degraded,
                        EvaluateParameters.Monotonicity.DEFAULT.steps(),
                        EvaluateParameters.Monotonicity.DEFAULT.seed()),
                folder);
    }
}
