package eliq.cli;

import eliq.catalog.Aspect;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.catalog.TupleStore;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Supervision: positives and what was made worse of them. */
@Command(
        name = "pairs",
        synopsisSubcommandLabel = "COMMAND",
        description = "Sets of tuples: a positive with its prompt, and negatives in three aspects.",
        footer = {
            "",
            "Examples:",
            "  eliq pairs build first --count 140",
            "  eliq pairs build mine --images renders/ --prompts prompts.csv",
            "  eliq pairs audit first",
            "  eliq pairs score first --wrong",
            "  eliq pairs reject 12 --note \"better than the positive\"",
            "  eliq pairs list",
            "  eliq pairs show first --limit 5"
        })
final class PairsCommand extends GroupCommand {
    PairsCommand(Terminal terminal) {
        super(terminal);
    }

    /** All sets. */
    @Command(
            name = "list",
            description = "Lists the sets, newest first.",
            footer = {"", "Example:", "  eliq pairs list --format csv"})
    static final class ListSets extends WorkbenchCommand {
        private static final List<Column> COLUMNS =
                List.of(
                        Column.text("name", "Set"),
                        Column.text("tuples", "Tuples"),
                        Column.text("era", "Era"),
                        Column.text("generators", "Positives by"),
                        Column.text("refreshes", "Refreshes"),
                        Column.text("created", "Built"),
                        Column.text("reviewed", "Reviewed"));

        @Option(names = "--era", paramLabel = "LABEL", description = "Those of one era only.")
        private String era;

        @Mixin private FormatOption format;

        ListSets(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            List<List<?>> rows = new ArrayList<>();
            TupleStore tuples = session.workbench().catalog().tuples();
            List<TupleSet> sets = era == null ? tuples.sets() : tuples.ofEra(era);
            Map<Long, String> names =
                    tuples.sets().stream().collect(Collectors.toMap(TupleSet::id, TupleSet::name));
            for (TupleSet set : sets) {
                rows.add(
                        List.of(
                                set.name(),
                                set.tuples(),
                                set.era(),
                                String.join(", ", tuples.generators(set.id()).keySet()),
                                set.refreshes().isPresent()
                                        ? names.get(set.refreshes().getAsLong())
                                        : "",
                                set.created().toString(),
                                set.reviewed()));
            }
            session.print(format.format(), COLUMNS, rows);
            return Failures.OK;
        }
    }

    /** One set, negative by negative. */
    @Command(
            name = "show",
            description = "Shows a set: one line for each negative, with its exact recipe.",
            footer = {
                "",
                "Example:",
                "  eliq pairs show first --aspect technical --format csv > technical.csv"
            })
    static final class Show extends WorkbenchCommand {
        private static final List<Column> COLUMNS =
                List.of(
                        Column.text("tuple", "Tuple"),
                        Column.text("prompt", "Prompt"),
                        Column.text("positive", "Positive"),
                        Column.text("aspect", "Aspect"),
                        Column.text("family", "Family"),
                        Column.text("operation", "Operation"),
                        Column.number("strength", "Strength", 2),
                        Column.text("negative", "Negative"),
                        Column.text("id", "Id"),
                        Column.text("verdict", "Verdict"),
                        Column.text("seed", "Seed"),
                        Column.text("parameters", "Recipe"),
                        Column.text("note", "Note"),
                        Column.text("positive_verdict", "Positive"),
                        Column.text("positive_note", "Note on it"));
        private static final int SHORT_HASH = 12;

        @Parameters(paramLabel = "SET", description = "Its name.")
        private String name;

        @Option(names = "--aspect", paramLabel = "ASPECT", description = "One aspect only.")
        private Aspect aspect;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "20",
                description = "Tuples to show; 0 for all. Default: ${DEFAULT-VALUE}.")
        private int limit;

        @Mixin private FormatOption format;

        Show(Terminal terminal) {
            super(terminal);
        }

        @Override
        void check() throws UsageException {
            if (limit < 0) {
                throw new UsageException("--limit is " + limit + "; it must be 0 or more");
            }
        }

        @Override
        int run(Session session) throws Exception {
            TupleSet set =
                    session.workbench()
                            .catalog()
                            .tuples()
                            .findSet(name)
                            .orElseThrow(
                                    () ->
                                            new CommandException(
                                                    "There is no set of pairs named '"
                                                            + name
                                                            + "'; 'eliq pairs list' shows them"));
            boolean table = format.format() == eliq.report.ResultFormat.TABLE;
            List<List<?>> rows = new ArrayList<>();
            for (Tuple tuple :
                    session.workbench()
                            .catalog()
                            .tuples()
                            .page(set.id(), 0, limit == 0 ? Integer.MAX_VALUE : limit)) {
                for (Negative n : tuple.negatives()) {
                    if (aspect == null || n.recipe().aspect() == aspect) {
                        rows.add(row(tuple, n, table));
                    }
                }
            }
            session.print(format.format(), COLUMNS, rows);
            return Failures.OK;
        }

        private static List<?> row(Tuple tuple, Negative n, boolean table) {
            String negative =
                    switch (n.content()) {
                        case NegativeContent.Image image -> hash(image.hash().hex(), table);
                        case NegativeContent.WrongPrompt wrong -> wrong.text();
                    };
            return List.of(
                    tuple.id(),
                    tuple.prompt().text(),
                    hash(tuple.positive().hex(), table),
                    n.recipe().aspect().key(),
                    n.recipe().family().key(),
                    n.recipe().operation(),
                    n.recipe().strength(),
                    negative,
                    n.id(),
                    n.verdict().key(),
                    n.recipe().seed(),
                    table ? java.util.Optional.empty() : n.recipe().parameters(),
                    n.note(),
                    tuple.verdict().key(),
                    tuple.note());
        }

        private static String hash(String hex, boolean shortened) {
            return shortened ? hex.substring(0, SHORT_HASH) : hex;
        }
    }
}
