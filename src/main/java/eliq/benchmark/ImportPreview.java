package eliq.benchmark;

import eliq.table.Table;
import eliq.table.TableException;
import java.nio.file.Files;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an import would take for what, before it changes anything: read by the same code as the import.
 *
 * @param header columns that the index has; empty for the folder of AIGCIQA2023, whose files have fixed meanings
 * @param columns that would be taken, those named by the user and those guessed
 * @param set that would be listed; absent where there is a problem
 * @param match of its images with files; absent where no folder is named, or there is a problem
 * @param problem why nothing can be imported like this, a sentence
 */
public record ImportPreview(
        List<String> header,
        RatingColumns columns,
        Optional<RatedSet> set,
        Optional<ImageMatch> match,
        Optional<String> problem) {

    public ImportPreview {
        header = List.copyOf(header);
    }

    /** Raters of an image, where the index says how many. */
    public record Raters(int fewest, int most) {}

    /** Looks at the index and, where one is named, at the folder of images. */
    public static ImportPreview of(ImportRatings wanted) {
        List<String> header = List.of();
        RatingColumns columns = RatingColumns.none();
        try {
            if (!Files.isDirectory(wanted.index())) {
                Table table = Table.read(wanted.index(), wanted.delimiter());
                header = table.header();
                columns = columns(wanted, table);
            }
            Optional<String> open = open(header, columns);
            if (open.isPresent()) {
                return new ImportPreview(header, columns, Optional.empty(), Optional.empty(), open);
            }
            RatedSet set = wanted.read();
            return new ImportPreview(
                    header, columns, Optional.of(set), wanted.match(set), Optional.empty());
        } catch (BenchmarkException | TableException e) {
            return new ImportPreview(
                    header,
                    columns,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(e.getMessage()));
        }
    }

    private static RatingColumns columns(ImportRatings wanted, Table table) {
        if (table.rows().isEmpty()) {
            return wanted.columns();
        }
        RatedSetLayout layout =
                wanted.layout()
                        .orElseGet(
                                () ->
                                        RatedSetLayout.detect(
                                                table.header(), table.rows().getFirst().cells()));
        return wanted.columns().completed(table, layout);
    }

    private static Optional<String> open(List<String> header, RatingColumns columns) {
        if (header.isEmpty()) {
            return Optional.empty();
        }
        if (columns.image().isEmpty()) {
            return Optional.of(
                    "No column is taken for the names of the images; choose the one that holds them.");
        }
        return columns.visual().isEmpty()
                        && columns.alignment().isEmpty()
                        && columns.others().isEmpty()
                ? Optional.of(
                        "No column is taken for a rating; choose the one that holds visual quality or alignment.")
                : Optional.empty();
    }

    /** What is said of the visual and the alignment rating, as far as there are any. */
    public List<ImportedRatings.RatingCount> ratings() {
        return set.map(
                        s ->
                                s.ratingNames().stream()
                                        .map(name -> ImportedRatings.RatingCount.of(s, name))
                                        .toList())
                .orElse(List.of());
    }

    /** How many people rated an image; empty where the index does not say. */
    public Optional<Raters> raters() {
        IntSummaryStatistics counts =
                set.stream()
                        .flatMap(s -> s.images().stream())
                        .flatMap(image -> image.ratings().values().stream())
                        .map(MeanRating::count)
                        .flatMap(Optional::stream)
                        .mapToInt(Integer::intValue)
                        .summaryStatistics();
        return counts.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Raters(counts.getMin(), counts.getMax()));
    }

    /** How many images have a file; empty where no folder is named. */
    public OptionalInt matched() {
        return match.map(m -> OptionalInt.of(m.files().size())).orElse(OptionalInt.empty());
    }
}
