package eliq.cli;

import eliq.benchmark.ablation.AblateParameters;
import eliq.benchmark.ablation.AblationPreset;
import eliq.benchmark.ablation.AblationResult;
import eliq.benchmark.ablation.AblationTable;
import eliq.benchmark.ablation.Figure;
import eliq.benchmark.ablation.Spread;
import eliq.catalog.Catalog;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.hub.Installation;
import eliq.report.Column;
import eliq.report.ReportForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The ablations. */
@Command(
        name = "ablate",
        description = {
            "Trains the method with a part left out or replaced, once for every seed, and measures each variant on the",
            "same held-out prompts: which families and aspects of negatives, without instruction tuning, mean or",
            "concatenation instead of gates, an MLP instead of the QQT, a single ranking term. Writes report.html,",
            "report.pdf, report.md, report.json, tables.tex and tables/*.csv. A stopped run goes on with 'eliq jobs resume'."
        },
        footer = {
            "",
            "Examples:",
            "  eliq ablate",
            "  eliq ablate --preset paper --out ablations",
            "  eliq ablate --tables components --pairs my-pairs --model my-model",
            "  eliq ablate --ratings agiqa-3k --seeds 5"
        })
final class AblateCommand extends WorkbenchCommand {
    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "quick",
            description = "How thorough: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private AblationPreset preset;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "NAME",
            description = "Only these tables: supervision, components. Default: both.")
    private List<String> tables = List.of();

    @Option(
            names = "--pairs",
            paramLabel = "SET",
            description = "A set of pairs that is there. Default: scenes are painted.")
    private String pairs;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            defaultValue = Installation.NANO,
            description = "The model to tune. Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(
            names = "--ratings",
            paramLabel = "SET",
            description = "A rated set of the workspace: correlations with it are counted too.")
    private String ratings;

    @Option(names = "--seeds", paramLabel = "N", description = "Runs of each variant.")
    private Integer seeds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The first, also of scenes and split. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "eliq-ablation",
            description = "Where the results go. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin private SettingOptions settings;

    @Mixin private FormatOption format;

    AblateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        for (String table : tables) {
            if (AblationTable.ALL.stream().noneMatch(known -> known.key().equals(table))) {
                throw new UsageException(
                        "--tables: there is no table '"
                                + table
                                + "'; there are "
                                + String.join(
                                        ", ",
                                        AblationTable.ALL.stream()
                                                .map(AblationTable::key)
                                                .toList()));
            }
        }
        if (seeds != null && seeds < 1) {
            throw new UsageException("--seeds: at least 1 is needed, not " + seeds);
        }
    }

    @Override
    int run(Session session) throws Exception {
        AblateParameters parameters = settings.apply(parameters(session), AblateParameters.class);
        if (settings.listed()) {
            session.print(format.format(), SettingOptions.COLUMNS, SettingOptions.rows(parameters));
            return Failures.OK;
        }
        AblationResult result = session.run(session.workbench().ablate(), parameters);
        session.print(format.format(), columns(result), rows(result));
        session.display().say("Report: " + result.file().resolveSibling(ReportForm.HTML.file()));
        return Failures.OK;
    }

    private AblateParameters parameters(Session session) throws Exception {
        Path backbone = session.model(model);
        Path output = out.toAbsolutePath().normalize();
        AblateParameters usual =
                pairs == null
                        ? preset.painted(backbone, output, seed)
                        : preset.on(
                                pairs,
                                prompts(session.workbench().catalog()),
                                backbone,
                                output,
                                seed);
        List<AblationTable> chosen =
                AblationTable.ALL.stream()
                        .filter(table -> tables.isEmpty() || tables.contains(table.key()))
                        .toList();
        List<Long> runs =
                seeds == null
                        ? usual.seeds()
                        : LongStream.range(seed, seed + seeds).boxed().toList();
        return new AblateParameters(
                chosen,
                usual.set(),
                usual.build(),
                usual.split(),
                usual.backbone(),
                usual.mode(),
                usual.critic(),
                usual.network(),
                usual.scorer(),
                runs,
                usual.criticForEachSeed(),
                usual.strengths(),
                Optional.ofNullable(ratings),
                usual.output());
    }

    private List<String> prompts(Catalog catalog) throws Exception {
        Optional<TupleSet> set = catalog.tuples().findSet(pairs);
        if (set.isEmpty()) {
            throw new CommandException(
                    "There is no set of pairs named "
                            + pairs
                            + "; 'eliq pairs list' shows those there are");
        }
        List<String> prompts = new ArrayList<>();
        for (Tuple tuple : catalog.tuples().forTraining(set.get().id())) {
            prompts.add(tuple.prompt().text());
        }
        return prompts;
    }

    private static List<Column> columns(AblationResult result) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("table", "Table"));
        columns.add(Column.text("cell", "Variant"));
        columns.add(Column.text("runs", "Runs"));
        for (Figure figure : result.figures()) {
            columns.add(Column.number(figure.key(), figure.title(), 3));
            columns.add(Column.number(figure.key() + "_deviation", "±", 3));
        }
        return columns;
    }

    private static List<List<?>> rows(AblationResult result) {
        List<List<?>> rows = new ArrayList<>();
        for (AblationResult.Table table : result.tables()) {
            for (AblationResult.Row row : table.rows()) {
                List<Object> values = new ArrayList<>();
                values.add(table.key());
                values.add(row.cell());
                values.add(row.runs());
                for (Figure figure : result.figures()) {
                    Optional<Spread> spread = Optional.ofNullable(row.figures().get(figure.key()));
                    values.add(spread.map(Spread::mean));
                    values.add(spread.map(Spread::deviation));
                }
                rows.add(values);
            }
        }
        return rows;
    }
}
