package eliq.benchmark;

import eliq.table.Table;
import eliq.table.TableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a table of scores and joins it with a set by image name. */
public final class ScoreFile {
    private static final List<String> VISUAL =
            List.of("visual", "score", "quality", "visual_score", "pred", "prediction", "mos");
    private static final List<String> ALIGNMENT =
            List.of("alignment", "align", "alignment_score", "clipscore", "clip_score");

    /** Well-known metrics of which lower is better (pyiqa's lower_better). */
    private static final Set<String> LOWER = Set.of("niqe", "ilniqe", "il-niqe", "brisque", "piqe");

    private final ScoreSource source;

    public ScoreFile(ScoreSource source) {
        this.source = source;
    }

    /**
     * The scores of a set's images.
     *
     * @throws BenchmarkException naming row and column of what is wrong
     */
    public MethodScores of(List<RatedImage> images) throws BenchmarkException {
        try {
            return joined(Table.read(source.file()), images);
        } catch (TableException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }

    private MethodScores joined(Table table, List<RatedImage> images)
            throws BenchmarkException, TableException {
        RatingColumns columns =
                new RatingColumns(
                                source.image(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of())
                        .completed(table, RatedSetLayout.TABLE);
        int image = columns.imageIndex(table, "--score-image-column");
        boolean named = source.visual().isPresent() || source.alignment().isPresent();
        Optional<String> visual =
                named ? source.visual() : guess(table, VISUAL).or(() -> onlyNumber(table, image));
        Optional<String> alignment =
                named
                        ? source.alignment()
                        : guess(table, ALIGNMENT).filter(a -> !visual.equals(Optional.of(a)));
        if (visual.isEmpty() && alignment.isEmpty()) {
            throw new BenchmarkException(
                    table.file()
                            + ": no column looks like scores; name it with --score-column or --alignment-score-column. There are: "
                            + String.join(", ", table.header()));
        }
        List<String> names =
                table.texts(image).stream().map(name -> name.replace('\\', '/')).toList();
        Map<String, Integer> rows = rows(table, names, images);
        Map<String, Double> visualScores =
                visual.isEmpty()
                        ? Map.of()
                        : scores(rows, table.numbers(table.column(visual.get())));
        Map<String, Double> alignmentScores =
                alignment.isEmpty()
                        ? Map.of()
                        : scores(rows, table.numbers(table.column(alignment.get())));
        return new MethodScores(
                new Method(
                        source.name(),
                        Method.Origin.IMPORTED,
                        source.lowerIsBetter(),
                        detail(table, visual, alignment)),
                visualScores,
                alignmentScores,
                reasons(table, rows),
                remarks(names, rows, visual));
    }

    private String detail(Table table, Optional<String> visual, Optional<String> alignment)
            throws BenchmarkException {
        return table.file().getFileName()
                + " (SHA-256 "
                + RatedSetReader.indexFile(source.file()).sha256().substring(0, 12)
                + visual.map(v -> ", visual = \"" + v + "\"").orElse("")
                + alignment.map(a -> ", alignment = \"" + a + "\"").orElse("")
                + ")";
    }

    private static Optional<String> guess(Table table, List<String> names) {
        for (String name : names) {
            for (String column : table.header()) {
                if (column.equalsIgnoreCase(name)) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    /** The one column beside the names that holds numbers, as two-column files of other tools have. */
    private static Optional<String> onlyNumber(Table table, int image) {
        List<String> numeric = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            if (i != image) {
                try {
                    table.numbers(i);
                    numeric.add(table.header().get(i));
                } catch (TableException e) {
                    // A column of text.
                }
            }
        }
        return numeric.size() == 1 ? Optional.of(numeric.getFirst()) : Optional.empty();
    }

    /** Row of each image that has one. */
    private static Map<String, Integer> rows(
            Table table, List<String> names, List<RatedImage> images) throws BenchmarkException {
        List<String> wanted = images.stream().map(RatedImage::name).toList();
        NameIndex index = new NameIndex(names, NameIndex.parts(wanted));
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<Integer, String> taken = new LinkedHashMap<>();
        for (String name : wanted) {
            Optional<NameIndex.Found> found = index.find(name);
            if (found.isEmpty()) {
                continue;
            }
            List<Integer> places = found.get().places();
            if (places.size() > 1) {
                throw new BenchmarkException(
                        table.file()
                                + ", row "
                                + table.rows().get(places.get(1)).line()
                                + ": "
                                + name
                                + " has a score in row "
                                + table.rows().get(places.get(0)).line()
                                + " too; keep one of them, or write more of the path");
            }
            String other = taken.put(places.getFirst(), name);
            if (other != null) {
                throw new BenchmarkException(
                        table.file()
                                + ", row "
                                + table.rows().get(places.getFirst()).line()
                                + ": fits "
                                + other
                                + " and "
                                + name
                                + "; write more of the path");
            }
            rows.put(name, places.getFirst());
        }
        return rows;
    }

    private static Map<String, Double> scores(Map<String, Integer> rows, double[] values) {
        Map<String, Double> scores = new LinkedHashMap<>();
        rows.forEach(
                (name, row) -> {
                    if (!Double.isNaN(values[row])) {
                        scores.put(name, values[row]);
                    }
                });
        return scores;
    }

    /** An {@code error} column, as our own tables have, says why there is no score. */
    private static Map<String, String> reasons(Table table, Map<String, Integer> rows) {
        Map<String, String> reasons = new LinkedHashMap<>();
        Optional<String> column = guess(table, List.of("error", "reason"));
        int error = column.map(table.header()::indexOf).orElse(-1);
        rows.forEach(
                (name, row) -> {
                    String text = error < 0 ? "" : table.rows().get(row).cells().get(error);
                    reasons.put(name, text.isEmpty() ? "its score is empty" : text);
                });
        return reasons;
    }

    private List<String> remarks(
            List<String> names, Map<String, Integer> rows, Optional<String> visual) {
        List<String> remarks = new ArrayList<>();
        int extra = names.size() - new LinkedHashSet<>(rows.values()).size();
        if (extra > 0) {
            remarks.add(extra + " rows of scores are of images that the set does not have.");
        }
        visual.filter(v -> !source.lowerIsBetter())
                .filter(v -> LOWER.contains(v.toLowerCase(Locale.ROOT)))
                .ifPresent(
                        v ->
                                remarks.add(
                                        v
                                                + " is lower for better images, and was taken for"
                                                + " higher; give the file with --scores-lower."));
        return remarks;
    }
}
