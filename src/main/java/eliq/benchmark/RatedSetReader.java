package eliq.benchmark;

import eliq.image.ContentHash;
import eliq.image.ImageException;
import eliq.table.Table;
import eliq.table.TableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the index of a rated set. Images are not looked at. */
public final class RatedSetReader {
    private final String name;
    private final Optional<RatedSetLayout> layout;
    private final RatingColumns columns;
    private final Optional<Character> delimiter;

    /**
     * @param name the set is to have
     * @param layout of the index; absent: told by its columns
     * @param columns that the user named; the rest is guessed
     * @param delimiter of text; absent: told by the file
     */
    public RatedSetReader(
            String name,
            Optional<RatedSetLayout> layout,
            RatingColumns columns,
            Optional<Character> delimiter) {
        this.name = name;
        this.layout = layout;
        this.columns = columns;
        this.delimiter = delimiter;
    }

    /** A reader that guesses everything. */
    public static RatedSetReader guessing(String name) {
        return new RatedSetReader(name, Optional.empty(), RatingColumns.none(), Optional.empty());
    }

    /**
     * Reads an index.
     *
     * @param index a table, or the folder of AIGCIQA2023 with its MATLAB files
     * @throws BenchmarkException naming file, row and column of what is wrong
     */
    public RatedSet read(Path index) throws BenchmarkException {
        if (Files.isDirectory(index)) {
            return new AigciqaFolder(name, index).read();
        }
        try {
            return of(Table.read(index, delimiter));
        } catch (TableException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }

    private RatedSet of(Table table) throws BenchmarkException, TableException {
        if (table.rows().isEmpty()) {
            throw new BenchmarkException(table.file() + ": has a header but no rows");
        }
        RatedSetLayout found =
                layout.orElseGet(
                        () ->
                                RatedSetLayout.detect(
                                        table.header(), table.rows().getFirst().cells()));
        RatingColumns chosen = columns.completed(table, found);
        if (chosen.visual().isEmpty()
                && chosen.alignment().isEmpty()
                && chosen.others().isEmpty()) {
            throw new BenchmarkException(
                    table.file()
                            + ": no column looks like ratings; name one with --visual-column or --alignment-column. There are: "
                            + String.join(", ", table.header()));
        }
        List<String> remarks = new ArrayList<>();
        List<RatedImage> images = images(table, chosen, found, remarks);
        if (found == RatedSetLayout.KONIQ_10K) {
            remarks.add(
                    "The spread of KonIQ-10k is on the five-point scale, its mean opinion on 0-100.");
        }
        List<String> described = new ArrayList<>(List.of(table.form()));
        described.addAll(chosen.described());
        return new RatedSet(
                name,
                found,
                chosen.visual().map(v -> title(found, v)),
                chosen.alignment().map(a -> title(found, a)),
                List.of(indexFile(table.file())),
                described,
                images,
                remarks);
    }

    /** The columns of AIGCIQA2023 are numbered; people know their meanings. */
    private static String title(RatedSetLayout layout, String column) {
        return layout != RatedSetLayout.AIGCIQA2023
                ? column
                : switch (column) {
                    case "mosz1" -> "quality";
                    case "mosz3" -> "correspondence";
                    default -> column;
                };
    }

    static RatedSet.IndexFile indexFile(Path file) throws BenchmarkException {
        try {
            Path absolute = file.toAbsolutePath().normalize();
            return new RatedSet.IndexFile(absolute.toString(), ContentHash.of(file).hex());
        } catch (ImageException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }

    private List<RatedImage> images(
            Table table, RatingColumns chosen, RatedSetLayout found, List<String> remarks)
            throws BenchmarkException, TableException {
        Map<String, double[]> values = new LinkedHashMap<>();
        Map<String, double[]> spreads = new HashMap<>();
        for (Optional<String> each : List.of(chosen.visual(), chosen.alignment())) {
            if (each.isPresent()) {
                values.put(title(found, each.get()), table.numbers(table.column(each.get())));
                if (chosen.spreads().containsKey(each.get())) {
                    spreads.put(
                            title(found, each.get()),
                            table.numbers(table.column(chosen.spreads().get(each.get()))));
                }
            }
        }
        for (Map.Entry<String, String> each : chosen.others().entrySet()) {
            values.put(each.getKey(), table.numbers(table.column(each.getValue())));
        }
        double[] counts =
                chosen.count().isPresent()
                        ? table.numbers(table.column(chosen.count().get()))
                        : new double[0];
        int image = chosen.imageIndex(table, "--image-column");
        Map<String, RatedImage> byName = new LinkedHashMap<>();
        int same = 0;
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            Map<String, MeanRating> ratings = new LinkedHashMap<>();
            for (Map.Entry<String, double[]> each : values.entrySet()) {
                double value = each.getValue()[i];
                if (!Double.isNaN(value)) {
                    ratings.put(
                            each.getKey(),
                            new MeanRating(
                                    value,
                                    number(spreads.get(each.getKey()), i),
                                    number(counts, i).map(c -> (int) Math.round(c))));
                }
            }
            RatedImage made = image(table, row, chosen, found, image, ratings);
            RatedImage before = byName.putIfAbsent(made.name(), made);
            if (before != null) {
                if (!before.ratings().equals(made.ratings())
                        || !before.promptKey().equals(made.promptKey())) {
                    throw new BenchmarkException(
                            table.file()
                                    + ", row "
                                    + row.line()
                                    + ": the image "
                                    + made.name()
                                    + " stands in row "
                                    + before.row()
                                    + " with another rating or prompt; keep one of them, or name images by their path");
                }
                same++;
            }
        }
        if (same > 0) {
            remarks.add(same + " rows repeat another row and were left out.");
        }
        return List.copyOf(byName.values());
    }

    private static Optional<Double> number(double[] values, int i) {
        return values == null || values.length == 0 || Double.isNaN(values[i])
                ? Optional.empty()
                : Optional.of(values[i]);
    }

    private static RatedImage image(
            Table table,
            Table.Row row,
            RatingColumns chosen,
            RatedSetLayout found,
            int imageColumn,
            Map<String, MeanRating> ratings)
            throws BenchmarkException, TableException {
        String file = row.cells().get(imageColumn).replace('\\', '/');
        if (file.isEmpty()) {
            throw new BenchmarkException(
                    table.file() + ", row " + row.line() + ": names no image; fill it in");
        }
        Optional<String> generator = cell(table, row, chosen.generator());
        // The same 400 names stand below each of the six models.
        String name =
                found == RatedSetLayout.AIGCIQA2023 && generator.isPresent()
                        ? generator.get() + "/" + file
                        : file;
        Map<String, String> groups = new LinkedHashMap<>();
        for (String column : chosen.groups()) {
            cell(table, row, Optional.of(column)).ifPresent(text -> groups.put(column, text));
        }
        return new RatedImage(
                name,
                cell(table, row, chosen.prompt()).map(RatedSetReader::unquoted),
                generator.or(() -> found.generator(file)),
                cell(table, row, chosen.split()),
                groups,
                ratings,
                row.line());
    }

    private static Optional<String> cell(Table table, Table.Row row, Optional<String> column)
            throws TableException {
        return column.isEmpty()
                ? Optional.empty()
                : Optional.of(row.cells().get(table.column(column.get())))
                        .filter(text -> !text.isEmpty());
    }

    /** Public lists of AIGCIQA2023 keep the quotes around a prompt. */
    static String unquoted(String prompt) {
        boolean quoted =
                prompt.length() > 2
                        && prompt.startsWith("\"")
                        && prompt.endsWith("\"")
                        && prompt.indexOf('"', 1) == prompt.length() - 1;
        return quoted ? prompt.substring(1, prompt.length() - 1).strip() : prompt;
    }
}
