package eliq.demo;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.benchmark.Proportion;
import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageRecord;
import eliq.catalog.NegativeContent;
import eliq.file.WholeFile;
import eliq.image.ContentHash;
import eliq.report.Column;
import eliq.report.ResultFormat;
import eliq.report.ResultWriter;
import eliq.report.ScoreColumns;
import eliq.scorer.ImageScore;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code scores.csv} and {@code summary.json}. */
final class OutputFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What every score has, then the place of the image among the pairs. */
    private static final List<Column> COLUMNS =
            Stream.concat(
                            ScoreColumns.ALL.stream(),
                            Stream.of(
                                    Column.text("role", "role"),
                                    Column.text("tuple", "tuple"),
                                    Column.text("aspect", "aspect"),
                                    Column.text("family", "family"),
                                    Column.text("operation", "operation"),
                                    Column.number("strength", "strength", 2)))
                    .toList();

    private final Catalog catalog;

    OutputFiles(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Every held-out positive, its negatives behind it. */
    void writeScores(Path file, List<ScoredTuple> tuples) throws CatalogException, IOException {
        StringWriter text = new StringWriter();
        try (ResultWriter rows = ResultFormat.CSV.open(text, COLUMNS)) {
            for (ScoredTuple scored : tuples) {
                long tuple = scored.tuple().id();
                ContentHash positive = scored.tuple().positive();
                String prompt = scored.tuple().prompt().text();
                rows.row(
                        row(
                                positive,
                                prompt,
                                scored.positive(),
                                "positive",
                                tuple,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
                for (ScoredTuple.ScoredNegative each : scored.negatives()) {
                    ContentHash image = positive;
                    String asked = prompt;
                    switch (each.negative().content()) {
                        case NegativeContent.Image(ContentHash hash) -> image = hash;
                        case NegativeContent.WrongPrompt(String wrong) -> asked = wrong;
                    }
                    rows.row(
                            row(
                                    image,
                                    asked,
                                    each.score(),
                                    "negative",
                                    tuple,
                                    Optional.of(each.aspect().key()),
                                    Optional.of(each.negative().recipe().family().key()),
                                    Optional.of(each.negative().recipe().operation()),
                                    Optional.of(each.negative().recipe().strength())));
                }
            }
        }
        WholeFile.write(file, text.toString());
    }

    private List<?> row(
            ContentHash image,
            String prompt,
            ImageScore score,
            String role,
            long tuple,
            Optional<String> aspect,
            Optional<String> family,
            Optional<String> operation,
            Optional<Double> strength)
            throws CatalogException {
        Optional<ImageRecord> record = catalog.images().find(image);
        String name = record.isPresent() ? catalog.path(record.get()).toString() : image.hex();
        List<Object> row = new ArrayList<>(ScoreColumns.row(name, prompt, score));
        row.addAll(List.of(role, tuple, aspect, family, operation, strength));
        return row;
    }

    /** The main figures, then what they rest on. */
    static void writeSummary(
            Path file,
            DemoParameters parameters,
            Evaluation evaluation,
            Map<String, Double> seconds,
            Map<String, Long> counts)
            throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode heldOut = root.putObject("heldOut");
        evaluation.figures().forEach(heldOut::put);
        ObjectNode times = root.putObject("seconds");
        seconds.forEach(times::put);
        ObjectNode strength = root.putObject("strengthSrccByAspect");
        for (Aspect aspect : List.of(Aspect.TECHNICAL, Aspect.AESTHETIC)) {
            double mean = StrengthResult.mean(evaluation.strengths(), aspect);
            if (!Double.isNaN(mean)) {
                strength.put(aspect.key(), mean);
            }
        }
        ObjectNode intervals = root.putObject("intervals95");
        for (Aspect aspect : Aspect.values()) {
            Optional<Proportion> pairs = evaluation.pairs().of(aspect);
            if (pairs.isPresent()) {
                ObjectNode of = intervals.putObject(aspect.key());
                of.put("lower", pairs.get().lower());
                of.put("upper", pairs.get().upper());
                of.put("pairs", pairs.get().total());
            }
        }
        ObjectNode numbers = root.putObject("counts");
        counts.forEach(numbers::put);
        root.put("seed", parameters.seed());
        root.put("backbone", parameters.backbone().toString());
        WholeFile.write(file, JSON.writeValueAsString(root) + "\n");
    }
}
