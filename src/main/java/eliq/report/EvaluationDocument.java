package eliq.report;

import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.benchmark.Method;
import eliq.benchmark.PublishedFigure;
import eliq.benchmark.Target;
import eliq.benchmark.WeakSupervision;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import eliq.report.Document.Column;
import eliq.report.Document.Section;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes up an {@link Evaluation}. */
public final class EvaluationDocument {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private final Evaluation evaluation;

    private EvaluationDocument(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The document of an evaluation. */
    public static Document of(Evaluation evaluation) {
        return new EvaluationDocument(evaluation).document();
    }

    private Document document() {
        Evaluation.SetFacts set = evaluation.set();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("results", "Results", results()));
        sections.add(new EvaluationData(evaluation).section());
        for (TargetResult target : evaluation.targets()) {
            sections.add(new TargetSection(evaluation, target).section());
        }
        new WeakSection(evaluation).section().ifPresent(sections::add);
        new MonotonicitySection(evaluation).section().ifPresent(sections::add);
        sections.add(new RunSection(evaluation).section());
        return new Document(
                "Evaluation on " + set.name(),
                lead(),
                evaluation.run().software()
                        + " · "
                        + WHEN.format(evaluation.run().started().atOffset(ZoneOffset.UTC))
                        + " · "
                        + set.layout(),
                sections);
    }

    private String lead() {
        Evaluation.SetFacts set = evaluation.set();
        StringBuilder lead = new StringBuilder();
        lead.append(
                String.format(
                        Locale.ROOT,
                        "%,d images%s. ",
                        set.listed(),
                        set.prompts() > 0
                                ? String.format(Locale.ROOT, " of %,d prompts", set.prompts())
                                : ""));
        for (TargetResult target : evaluation.targets()) {
            target.methods().stream()
                    .filter(m -> m.agreement().srcc().known())
                    .max(
                            java.util.Comparator.comparingDouble(
                                    m ->
                                            m.agreement().srcc().value()
                                                    * (m.method().lowerIsBetter() ? -1 : 1)))
                    .ifPresent(best -> lead.append(best(target.target(), best)));
        }
        return lead.toString().strip();
    }

    private static String best(Target target, MethodResult best) {
        boolean clear = best.agreement().srcc().lower() > 0 || best.agreement().srcc().upper() < 0;
        return target.title()
                + ": "
                + best.method().name()
                + (clear
                        ? " agrees best with people, SRCC "
                        : " comes first, but its agreement cannot be told from none, SRCC ")
                + best.agreement().srcc().text(3)
                + ". ";
    }

    private List<Block> results() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        "SRCC is signed and of raw scores; PLCC is given after the fitted curve. 95% intervals are from draws of prompts, the curve fitted again in each. The arrow says which way is better: a metric of which lower is better has negative SRCC where it is right. Weakly supervised rows are means over splits with their standard deviation. Published figures are as printed by others and were not measured here: their splits, curves and models may differ."));
        blocks.add(new Block.Tabular(headline()));
        for (TargetResult target : evaluation.targets()) {
            if (target.methods().size() > 1) {
                blocks.add(new Block.Figures(List.of(bars(target))));
            }
        }
        return blocks;
    }

    private Document.Table headline() {
        Map<Target, Map<String, MethodResult>> results = new LinkedHashMap<>();
        Set<Method> methods = new LinkedHashSet<>();
        for (TargetResult target : evaluation.targets()) {
            Map<String, MethodResult> byName = new LinkedHashMap<>();
            for (MethodResult m : target.methods()) {
                byName.put(m.method().name(), m);
                methods.add(m.method());
            }
            results.put(target.target(), byName);
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Method method : methods) {
            List<Cell> row = new ArrayList<>();
            row.add(new Cell.Text(method.title()));
            row.add(new Cell.Text(method.origin().title()));
            row.add(new Cell.Text("none here"));
            for (Target target : Target.values()) {
                Optional<MethodResult> result =
                        Optional.ofNullable(
                                results.getOrDefault(target, Map.of()).get(method.name()));
                row.add(
                        new Cell.Text(
                                result.map(r -> r.scored() + " of " + evaluation.set().listed())
                                        .orElse("–")));
                row.add(
                        result.map(r -> EvaluationCells.of(r.agreement().srcc(), 3))
                                .orElse(EvaluationCells.NONE));
                row.add(
                        result.map(r -> EvaluationCells.of(r.agreement().plccMapped(), 3))
                                .orElse(EvaluationCells.NONE));
            }
            rows.add(row);
        }
        weakRows(rows);
        publishedRows(rows);
        return new Document.Table(
                "results",
                "Methods and what their numbers are from, n scored of n listed.",
                List.of(
                        Column.text("method", "Method"),
                        Column.text("origin", "Numbers are"),
                        Column.text("supervision", "Labels of this set used"),
                        Column.text("visual_n", "n visual"),
                        Column.number("visual_srcc", "Visual SRCC"),
                        Column.number("visual_plcc", "Visual PLCC"),
                        Column.text("alignment_n", "n align."),
                        Column.number("alignment_srcc", "Alignment SRCC"),
                        Column.number("alignment_plcc", "Alignment PLCC")),
                rows);
    }

    private void weakRows(List<List<Cell>> rows) {
        Map<String, Map<Target, WeakSupervision>> byUnit = new LinkedHashMap<>();
        for (WeakSupervision weak : evaluation.weak()) {
            String title =
                    weak.learner().title()
                            + "\n"
                            + Math.round(100 * weak.share())
                            + "% "
                            + weak.unit().title()
                            + ", "
                            + weak.splits().size()
                            + " splits";
            byUnit.computeIfAbsent(title, t -> new LinkedHashMap<>()).put(weak.target(), weak);
        }
        String scorer =
                evaluation.targets().stream()
                        .flatMap(t -> t.methods().stream())
                        .map(m -> m.method().name())
                        .findFirst()
                        .orElse("scorer");
        byUnit.forEach(
                (title, targets) -> {
                    WeakSupervision.Learner learner = targets.values().iterator().next().learner();
                    List<Cell> row = new ArrayList<>();
                    row.add(
                            new Cell.Text(
                                    (learner == WeakSupervision.Learner.LINEAR ? scorer + ", " : "")
                                            + learner.title()
                                            + " ↑"));
                    row.add(new Cell.Text(learner.origin()));
                    row.add(new Cell.Text(title.substring(title.indexOf('\n') + 1)));
                    for (Target target : Target.values()) {
                        Optional<WeakSupervision> weak = Optional.ofNullable(targets.get(target));
                        row.add(
                                new Cell.Text(
                                        weak.map(w -> "test " + w.splits().getFirst().test())
                                                .orElse("–")));
                        row.add(
                                new Cell.Text(
                                        weak.map(
                                                        w ->
                                                                EvaluationCells.plusMinus(
                                                                        w.spread(
                                                                                WeakSupervision
                                                                                                .Split
                                                                                        ::srcc)))
                                                .orElse("–")));
                        row.add(
                                new Cell.Text(
                                        weak.map(
                                                        w ->
                                                                EvaluationCells.plusMinus(
                                                                        w.spread(
                                                                                WeakSupervision
                                                                                                .Split
                                                                                        ::plcc)))
                                                .orElse("–")));
                    }
                    rows.add(row);
                });
    }

    private void publishedRows(List<List<Cell>> rows) {
        Map<String, Map<Target, PublishedFigure>> lines = new LinkedHashMap<>();
        for (PublishedFigure figure : evaluation.published()) {
            lines.computeIfAbsent(
                            figure.method() + "\n" + figure.supervision(),
                            k -> new LinkedHashMap<>())
                    .put(figure.target(), figure);
        }
        for (Map<Target, PublishedFigure> line : lines.values()) {
            PublishedFigure any = line.values().iterator().next();
            List<Cell> row = new ArrayList<>();
            row.add(new Cell.Text(any.method()));
            row.add(new Cell.Muted("published: " + any.source()));
            row.add(new Cell.Text(any.supervision()));
            for (Target target : Target.values()) {
                Optional<PublishedFigure> figure = Optional.ofNullable(line.get(target));
                row.add(new Cell.Text("–"));
                row.add(new Cell.Number(figure.map(PublishedFigure::srcc).orElse(Double.NaN), 3));
                row.add(new Cell.Number(figure.map(PublishedFigure::plcc).orElse(Double.NaN), 3));
            }
            rows.add(row);
        }
    }

    private static Document.Captioned bars(TargetResult target) {
        List<BarChart.Bar> bars = new ArrayList<>();
        double least = 0;
        for (MethodResult m : target.methods()) {
            double sign = m.method().lowerIsBetter() ? -1 : 1;
            double value = sign * m.agreement().srcc().value();
            double a = sign * m.agreement().srcc().lower();
            double b = sign * m.agreement().srcc().upper();
            least = Math.min(least, Double.isNaN(a) ? 0 : Math.min(a, b));
            bars.add(
                    new BarChart.Bar(
                            m.method().title(),
                            value,
                            m.method().origin() == Method.Origin.IMPORTED ? 1 : 0,
                            Double.isNaN(a)
                                    ? Optional.empty()
                                    : Optional.of(new double[] {Math.min(a, b), Math.max(a, b)}),
                            Optional.empty()));
        }
        return new Document.Captioned(
                new BarChart(
                        target.target().title() + ": agreement with people",
                        "SRCC in the direction of each metric",
                        bars,
                        Optional.of(new double[] {Math.floor(least * 5) / 5, 1}),
                        3),
                "Whiskers are 95% intervals. Metrics of which lower is better are turned round here, and only here.");
    }
}
