package eliq.cli;

import eliq.catalog.TupleStore;
import eliq.catalog.Verdict;
import eliq.pairs.AuditPairs;
import eliq.pairs.AuditPairs.Cell;
import eliq.pairs.AuditPairs.Finding;
import eliq.pairs.AuditPairs.Problem;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks a set over. */
@Command(
        name = "audit",
        description = {
            "Looks at every picture and prompt of a set: does it decode, does it differ from its positive, is an edit's"
                    + " content kept, does strength show, do two positives show the same.",
            "Prints what there is by generator, family, aspect and kind, or with --findings what is suspicious."
        },
        footer = {
            "",
            "Examples:",
            "  eliq pairs audit first",
            "  eliq pairs audit first --by category",
            "  eliq pairs audit first --findings --format csv > look-at-these.csv",
            "  eliq pairs audit first --reject hardly-different,empty,unreadable"
        })
final class AuditPairsCommand extends WorkbenchCommand {
    private static final List<Column> CELLS =
            List.of(
                    Column.text("generator", "Positives by"),
                    Column.text("family", "Family"),
                    Column.text("aspect", "Aspect"),
                    Column.text("kind", "Kind"),
                    Column.text("artist", "Made by"),
                    Column.text("negatives", "Negatives"),
                    Column.text("accepted", "Accepted"),
                    Column.text("rejected", "Rejected"),
                    Column.text("suspicious", "Suspicious"));
    private static final List<Column> FINDINGS =
            List.of(
                    Column.text("tuple", "Tuple"),
                    Column.text("negative", "Negative"),
                    Column.text("problem", "Problem"),
                    Column.text("text", "What was seen"));
    private static final List<Column> COUNTS =
            List.of(Column.text("key", "Which"), Column.text("count", "How many"));

    /** What can be counted. */
    enum By {
        CELL,
        CATEGORY,
        GENERATOR,
        FAMILY,
        ASPECT,
        OPERATION,
        VERDICT,
        PROBLEM
    }

    @Parameters(paramLabel = "SET", description = "Its name.")
    private String name;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "cell",
            description =
                    "What to count: cell (everything at once), category, generator (both count positives), family, aspect,"
                            + " operation, verdict (negatives) or problem. Default: ${DEFAULT-VALUE}.")
    private By by;

    @Option(names = "--findings", description = "Print what is suspicious instead of counts.")
    private boolean findings;

    @Option(
            names = "--reject",
            paramLabel = "PROBLEM",
            split = ",",
            description =
                    "Reject what has one of these problems, unless a person has accepted it: unreadable,"
                            + " hardly-different, unrecognisable, other-content, empty, near-duplicate,"
                            + " same-at-every-strength, same-prompt, close-prompt.")
    private List<String> reject = List.of();

    @Mixin private FormatOption format;

    AuditPairsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        problems();
    }

    private Set<Problem> problems() throws UsageException {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        for (String key : reject) {
            problems.add(
                    EnumSet.allOf(Problem.class).stream()
                            .filter(problem -> problem.key().equals(key))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "--reject: there is no problem '"
                                                            + key
                                                            + "'")));
        }
        return problems;
    }

    @Override
    int run(Session session) throws Exception {
        AuditPairs.Report report =
                session.run(session.workbench().auditPairs(), new AuditPairs(name));
        if (!reject.isEmpty()) {
            long rejected = reject(session.workbench().catalog().tuples(), report, problems());
            session.display().say("Rejected: " + rejected + ".");
        }
        summary(report).forEach(session.display()::say);
        if (findings) {
            session.print(format.format(), FINDINGS, findings(report));
        } else if (by == By.CELL) {
            session.print(format.format(), CELLS, cells(report));
        } else {
            List<List<?>> rows = new ArrayList<>();
            counts(report).forEach((key, count) -> rows.add(List.of(key, count)));
            session.print(format.format(), COUNTS, rows);
        }
        return Failures.OK;
    }

    private long reject(TupleStore tuples, AuditPairs.Report report, Set<Problem> problems)
            throws Exception {
        Set<Long> settledPositives = new HashSet<>();
        Set<Long> settledNegatives = new HashSet<>();
        tuples.all(tuples.findSet(name).orElseThrow().id())
                .forEach(
                        tuple -> {
                            if (tuple.verdict() != Verdict.NONE) {
                                settledPositives.add(tuple.id());
                            }
                            tuple.negatives().stream()
                                    .filter(n -> n.verdict() != Verdict.NONE)
                                    .forEach(n -> settledNegatives.add(n.id()));
                        });
        long rejected = 0;
        for (Finding finding : report.findings()) {
            String note = "audit: " + finding.text();
            if (!problems.contains(finding.problem())) {
                continue;
            }
            if (finding.negative() == 0 && settledPositives.add(finding.tuple())) {
                tuples.judgePositive(finding.tuple(), Verdict.REJECTED, note);
                rejected++;
            } else if (finding.negative() != 0 && settledNegatives.add(finding.negative())) {
                tuples.judge(finding.negative(), Verdict.REJECTED, note);
                rejected++;
            }
        }
        return rejected;
    }

    private static List<String> summary(AuditPairs.Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%d positives, %d negatives, era %s."
                        .formatted(report.tuples(), report.negatives(), report.era()));
        report.withoutCell()
                .forEach(
                        (sort, count) ->
                                lines.add("Without a %s negative: %d.".formatted(sort, count)));
        report.byProblem()
                .forEach(
                        (problem, count) ->
                                lines.add("Suspicious, %s: %d.".formatted(problem, count)));
        return lines;
    }

    private static List<List<?>> findings(AuditPairs.Report report) {
        List<List<?>> rows = new ArrayList<>();
        for (Finding finding : report.findings()) {
            rows.add(
                    List.of(
                            finding.tuple(),
                            finding.negative() == 0 ? "" : Long.toString(finding.negative()),
                            finding.problem().key(),
                            finding.text()));
        }
        return rows;
    }

    private static List<List<?>> cells(AuditPairs.Report report) {
        List<List<?>> rows = new ArrayList<>();
        for (Cell cell : report.cells()) {
            rows.add(
                    List.of(
                            cell.generator(),
                            cell.family(),
                            cell.aspect(),
                            cell.kind(),
                            cell.artist(),
                            cell.negatives(),
                            cell.accepted(),
                            cell.rejected(),
                            cell.suspicious()));
        }
        return rows;
    }

    private Map<String, Long> counts(AuditPairs.Report report) {
        return switch (by) {
            case CATEGORY -> report.byCategory();
            case GENERATOR -> report.byGenerator();
            case FAMILY -> report.byFamily();
            case ASPECT -> report.byAspect();
            case OPERATION -> report.byOperation();
            case VERDICT -> report.byVerdict();
            case PROBLEM -> report.byProblem();
            case CELL -> new LinkedHashMap<>();
        };
    }
}
