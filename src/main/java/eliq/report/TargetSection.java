package eliq.report;

import eliq.benchmark.Agreement;
import eliq.benchmark.BeyondQuality;
import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.benchmark.Mapping;
import eliq.benchmark.MethodComparison;
import eliq.benchmark.Stratum;
import eliq.benchmark.Target;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import eliq.report.Document.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is said of one target: coefficients, comparisons, strata, figures, worst disagreements. */
final class TargetSection {
    /** Methods beyond these get no figures: the tables have them all. */
    private static final int DRAWN = 4;

    private final Evaluation evaluation;
    private final TargetResult result;
    private final Target target;

    TargetSection(Evaluation evaluation, TargetResult result) {
        this.evaluation = evaluation;
        this.result = result;
        this.target = result.target();
    }

    Document.Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tabular(agreement()));
        notes(blocks);
        if (target == Target.ALIGNMENT) {
            beyondQuality(blocks);
        }
        withinPrompt(blocks);
        comparisons(blocks);
        MethodFigures figures = new MethodFigures(evaluation, result);
        for (MethodResult method : result.methods().stream().limit(DRAWN).toList()) {
            if (method.agreement().mapping().isPresent()) {
                blocks.add(new Block.Heading(method.method().title()));
                blocks.add(new Block.Paragraph(curve(method.agreement().mapping().get())));
                blocks.add(new Block.Figures(figures.of(method)));
            }
        }
        strata(blocks);
        result.methods().stream()
                .filter(m -> m.agreement().mapping().isPresent())
                .findFirst()
                .ifPresent(m -> new Disagreements(evaluation, target, m).write(blocks));
        return new Document.Section(target.key(), target.title(), blocks);
    }

    /** What is said of parts of the set. */
    List<Block> parts() {
        List<Block> blocks = new ArrayList<>();
        strata(blocks);
        withinPrompt(blocks);
        if (target == Target.ALIGNMENT) {
            beyondQuality(blocks);
        }
        return blocks;
    }

    /** What is said of pairs of methods. */
    List<Block> pairs() {
        List<Block> blocks = new ArrayList<>();
        comparisons(blocks);
        return blocks;
    }

    private Document.Table agreement() {
        List<List<Cell>> rows = new ArrayList<>();
        for (MethodResult m : result.methods()) {
            Agreement a = m.agreement();
            rows.add(
                    List.of(
                            new Cell.Text(m.method().title()),
                            new Cell.Text(m.method().origin().title()),
                            new Cell.Text(m.scored() + " of " + evaluation.set().listed()),
                            new Cell.Number(a.prompts(), 0),
                            EvaluationCells.of(a.srcc(), 3),
                            EvaluationCells.of(a.plcc(), 3),
                            EvaluationCells.of(a.plccMapped(), 3),
                            EvaluationCells.of(a.krcc(), 3),
                            EvaluationCells.of(a.rmse(), 3),
                            EvaluationCells.of(a.pairAccuracy(), 3)));
        }
        return new Document.Table(
                target.key() + "-agreement",
                "Agreement with \""
                        + result.rating()
                        + "\". SRCC, PLCC and KRCC (tau-b) are signed and of raw scores; PLCC mapped and RMSE, in rating units over n, are after the fitted curve; pair accuracy is the share of human-ordered pairs kept, in the direction of the metric.",
                List.of(
                        Column.text("method", "Method"),
                        Column.text("origin", "Numbers are"),
                        Column.text("scored", "n"),
                        Column.number("prompts", "Clusters"),
                        Column.number("srcc", "SRCC"),
                        Column.number("plcc", "PLCC raw"),
                        Column.number("plcc_mapped", "PLCC mapped"),
                        Column.number("krcc", "KRCC"),
                        Column.number("rmse", "RMSE"),
                        Column.number("pair_accuracy", "Pair accuracy")),
                rows);
    }

    private void notes(List<Block> blocks) {
        Map<String, Set<String>> notes = new LinkedHashMap<>();
        for (MethodResult m : result.methods()) {
            List<String> all = new ArrayList<>(m.agreement().notes());
            all.addAll(m.remarks());
            all.forEach(
                    note ->
                            notes.computeIfAbsent(note, n -> new LinkedHashSet<>())
                                    .add(m.method().name()));
        }
        notes.forEach(
                (note, methods) ->
                        blocks.add(
                                new Block.Warning(
                                        (methods.size() == result.methods().size()
                                                                && methods.size() > 1
                                                        ? ""
                                                        : String.join(", ", methods) + ": ")
                                                + note)));
    }

    private static String curve(Mapping m) {
        String values =
                m.plainParameters().stream()
                        .map(Numbers::compact)
                        .collect(Collectors.joining(", "));
        return "Fitted curve: "
                + m.kind().title()
                + ", b1.. = "
                + values
                + (m.kind() == Mapping.Kind.LOGISTIC4
                        ? " in f(x) = (b1 - b2) / (1 + exp(-(x - b3) / b4)) + b2."
                        : ".");
    }

    private void beyondQuality(List<Block> blocks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (MethodResult m : result.methods()) {
            if (m.beyondQuality().isPresent()) {
                BeyondQuality b = m.beyondQuality().get();
                rows.add(
                        List.of(
                                new Cell.Text(m.method().title()),
                                new Cell.Number(b.images(), 0),
                                EvaluationCells.of(b.ratings(), 3),
                                EvaluationCells.of(b.srcc(), 3),
                                EvaluationCells.of(b.partialSrcc(), 3),
                                EvaluationCells.of(b.partialPlcc(), 3),
                                EvaluationCells.of(b.withinPrompt().srcc(), 3)));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading("Alignment beyond quality"));
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                "alignment-beyond-quality",
                                "What is left of the agreement with the alignment rating when the visual rating is held fixed, and among the images of one prompt. Near zero, the score sees quality only.",
                                List.of(
                                        Column.text("method", "Method"),
                                        Column.number("images", "n"),
                                        Column.number("ratings_srcc", "SRCC of the two ratings"),
                                        Column.number("srcc", "SRCC of the score"),
                                        Column.number("partial_srcc", "partial SRCC"),
                                        Column.number("partial_plcc", "partial PLCC"),
                                        Column.number("within_prompt", "SRCC within prompts")),
                                rows)));
    }

    private void withinPrompt(List<Block> blocks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (MethodResult m : result.methods()) {
            m.withinPrompt()
                    .filter(w -> w.prompts() > 0)
                    .ifPresent(
                            w ->
                                    rows.add(
                                            List.of(
                                                    new Cell.Text(m.method().title()),
                                                    new Cell.Number(w.prompts(), 0),
                                                    new Cell.Number(w.images(), 0),
                                                    EvaluationCells.of(w.srcc(), 3),
                                                    EvaluationCells.of(w.pairAccuracy(), 3))));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Heading("Within prompts"));
            blocks.add(
                    new Block.Tabular(
                            new Document.Table(
                                    target.key() + "-within-prompt",
                                    "Ranking of the images of one prompt among themselves: mean SRCC over prompts with at least three images, and pairs kept.",
                                    List.of(
                                            Column.text("method", "Method"),
                                            Column.number("prompts", "Prompts"),
                                            Column.number("images", "Images"),
                                            Column.number("srcc", "Mean SRCC"),
                                            Column.number("pair_accuracy", "Pair accuracy")),
                                    rows)));
        }
    }

    private void comparisons(List<Block> blocks) {
        if (result.comparisons().isEmpty()) {
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (MethodComparison c : result.comparisons()) {
            rows.add(
                    List.of(
                            new Cell.Text(c.first() + " less " + c.second()),
                            new Cell.Number(c.images(), 0),
                            EvaluationCells.of(c.difference(), 3),
                            EvaluationCells.probability(c.bootstrapP()),
                            EvaluationCells.probability(c.holmBootstrapP()),
                            new Cell.Number(c.ranks().williamsT(), 2),
                            EvaluationCells.probability(c.ranks().williamsP()),
                            EvaluationCells.probability(c.holmWilliamsP()),
                            new Cell.Number(c.ranks().steigerZ(), 2),
                            EvaluationCells.probability(c.ranks().steigerP())));
        }
        blocks.add(new Block.Heading("Is one better than the other?"));
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                target.key() + "-comparisons",
                                "Differences of SRCC on the images that both scored, each in its own direction. Paired draws of prompts are the test to go by; Williams's t and Steiger's Z on rank correlations take images for independent. Holm's correction is over all rows.",
                                List.of(
                                        Column.text("pair", "Methods"),
                                        Column.number("images", "n"),
                                        Column.number("difference", "Difference"),
                                        Column.number("p", "p (draws)"),
                                        Column.number("p_holm", "p (Holm)"),
                                        Column.number("williams_t", "Williams t"),
                                        Column.number("williams_p", "p"),
                                        Column.number("williams_p_holm", "p (Holm)"),
                                        Column.number("steiger_z", "Steiger Z"),
                                        Column.number("steiger_p", "p")),
                                rows)));
    }

    private void strata(List<Block> blocks) {
        Map<String, Map<String, Map<String, Stratum>>> kinds = new LinkedHashMap<>();
        for (MethodResult m : result.methods()) {
            for (Stratum s : m.strata()) {
                kinds.computeIfAbsent(s.kind(), k -> new LinkedHashMap<>())
                        .computeIfAbsent(s.name(), k -> new LinkedHashMap<>())
                        .put(m.method().name(), s);
            }
        }
        for (Map.Entry<String, Map<String, Map<String, Stratum>>> kind : kinds.entrySet()) {
            List<Column> columns = new ArrayList<>();
            columns.add(Column.text("part", capital(kind.getKey())));
            columns.add(Column.number("images", "n"));
            for (MethodResult m : result.methods()) {
                columns.add(Column.number(m.method().name(), "SRCC " + m.method().title()));
            }
            List<List<Cell>> rows = new ArrayList<>();
            for (Map.Entry<String, Map<String, Stratum>> part : kind.getValue().entrySet()) {
                List<Cell> row = new ArrayList<>();
                row.add(new Cell.Text(part.getKey()));
                row.add(
                        new Cell.Number(
                                part.getValue().values().stream()
                                        .mapToInt(Stratum::images)
                                        .max()
                                        .orElse(0),
                                0));
                for (MethodResult m : result.methods()) {
                    row.add(
                            Optional.ofNullable(part.getValue().get(m.method().name()))
                                    .map(s -> EvaluationCells.of(s.srcc(), 3))
                                    .orElse(EvaluationCells.NONE));
                }
                rows.add(row);
            }
            blocks.add(new Block.Heading("By " + kind.getKey()));
            blocks.add(
                    new Block.Tabular(
                            new Document.Table(
                                    target.key()
                                            + "-by-"
                                            + kind.getKey().replaceAll("[^a-z0-9]+", "-"),
                                    "SRCC within each part: what is left when the parts need not be told from one another.",
                                    columns,
                                    rows)));
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
