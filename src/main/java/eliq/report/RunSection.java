package eliq.report;

import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.benchmark.Method;
import eliq.benchmark.RatedSet;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import eliq.report.Document.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What it takes to repeat the evaluation. */
final class RunSection {
    private final Evaluation evaluation;

    RunSection(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Document.Section section() {
        Evaluation.RunFacts run = evaluation.run();
        List<Block> blocks = new ArrayList<>();
        List<List<Cell>> methods = new ArrayList<>();
        for (Method method : methods()) {
            Double seconds = run.secondsPerImage().get(method.name());
            methods.add(
                    List.of(
                            new Cell.Text(method.name()),
                            new Cell.Text(method.origin().title()),
                            new Cell.Text(method.lowerIsBetter() ? "lower" : "higher"),
                            new Cell.Number(seconds == null ? Double.NaN : seconds, 3),
                            new Cell.Code(method.detail())));
        }
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                "methods",
                                "What makes the numbers what they are. Seconds for an image are without decoding.",
                                List.of(
                                        Column.text("method", "Method"),
                                        Column.text("origin", "Numbers are"),
                                        Column.text("better", "Better is"),
                                        Column.number("seconds_per_image", "Seconds an image"),
                                        Column.text("detail", "Model, parameters, file")),
                                methods)));
        List<List<Cell>> files = new ArrayList<>();
        for (RatedSet.IndexFile file : evaluation.set().files()) {
            String path = file.path().replace('\\', '/');
            files.add(
                    List.of(
                            new Cell.Text(path.substring(path.lastIndexOf('/') + 1)),
                            new Cell.Code(file.sha256())));
        }
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                "files",
                                "Index files of the set.",
                                List.of(
                                        Column.text("file", "File"),
                                        Column.text("sha256", "SHA-256")),
                                files)));
        List<List<Cell>> values = new ArrayList<>();
        values.add(row("software", run.software()));
        values.add(row("started", run.started().toString()));
        run.parameters().forEach((name, value) -> values.add(row(name, value)));
        run.seeds().forEach((name, seed) -> values.add(row("seed: " + name, seed.toString())));
        run.machine().forEach((name, value) -> values.add(row(name, value)));
        for (Map.Entry<String, Double> each : run.seconds().entrySet()) {
            values.add(
                    row(
                            "seconds: " + each.getKey(),
                            String.format(Locale.ROOT, "%.1f", each.getValue())));
        }
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                "run",
                                "Parameters, seeds, machine and time.",
                                List.of(Column.text("name", "Name"), Column.text("value", "Value")),
                                values)));
        return new Document.Section("run", "This run", blocks);
    }

    private static List<Cell> row(String name, String value) {
        return List.of(new Cell.Text(name), new Cell.Code(value));
    }

    private Set<Method> methods() {
        Set<Method> methods = new LinkedHashSet<>();
        for (TargetResult target : evaluation.targets()) {
            for (MethodResult m : target.methods()) {
                methods.add(m.method());
            }
        }
        return methods;
    }
}
