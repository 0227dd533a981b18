package eliq.benchmark;

import eliq.table.Table;
import eliq.table.TableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of a table mean what. A column that is absent here is absent in what is read; before the reading, an absent
 * one is guessed, and {@link #NOTHING} says that there is none.
 *
 * @param image file name or relative path
 * @param prompt text the image was made for
 * @param visual rating of visual quality
 * @param alignment rating of fit to the prompt
 * @param others further ratings by name, such as {@code authenticity}
 * @param spreads standard deviations between raters, by the name of the rating's column
 * @param count of raters, of the visual rating
 * @param generator that made the image
 * @param split the authors' split
 * @param groups further columns to compare within
 */
public record RatingColumns(
        Optional<String> image,
        Optional<String> prompt,
        Optional<String> visual,
        Optional<String> alignment,
        Map<String, String> others,
        Map<String, String> spreads,
        Optional<String> count,
        Optional<String> generator,
        Optional<String> split,
        List<String> groups) {

    /** In the place of a column's name: no column means this, and none is to be guessed. */
    public static final String NOTHING = "";

    private static final List<String> IMAGE =
            List.of(
                    "image",
                    "image_name",
                    "image name",
                    "img",
                    "img_name",
                    "file",
                    "filename",
                    "file_name",
                    "image_path",
                    "img_path",
                    "path",
                    "name");
    private static final List<String> PROMPT = List.of("prompt", "text", "caption");
    private static final List<String> VISUAL =
            List.of(
                    "mos_quality",
                    "quality_mos",
                    "visual",
                    "quality",
                    "visual_quality",
                    "mos_visual",
                    "mos",
                    "mosz1",
                    "rating",
                    "score");
    private static final List<String> ALIGNMENT =
            List.of(
                    "mos_align",
                    "mos_alignment",
                    "alignment_mos",
                    "correspondence_mos",
                    "alignment",
                    "align",
                    "correspondence",
                    "mosz3",
                    "text_alignment",
                    "consistency");
    private static final List<String> COUNT =
            List.of("c_total", "count", "raters", "n_raters", "votes");
    private static final List<String> GENERATOR = List.of("generator", "model", "t2i_model");
    private static final List<String> SPLIT = List.of("split", "set", "fold");

    public RatingColumns {
        others = Map.copyOf(others);
        spreads = Map.copyOf(spreads);
        groups = List.copyOf(groups);
    }

    /** None named. */
    public static RatingColumns none() {
        return new RatingColumns(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** These, and for what they leave open the columns that are likeliest by name. */
    RatingColumns completed(Table table, RatedSetLayout layout) {
        List<String> header = table.header();
        Optional<String> visualName = named(visual.or(() -> visualColumn(table, layout)));
        Optional<String> alignmentName = named(alignment.or(() -> find(header, ALIGNMENT)));
        Map<String, String> other = new LinkedHashMap<>(others);
        List<String> grouped = new ArrayList<>(groups);
        switch (layout) {
            case AIGCIQA2023 -> other.putIfAbsent("authenticity", "mosz2");
            case SPAQ -> {
                for (String each :
                        List.of(
                                "Brightness",
                                "Colorfulness",
                                "Contrast",
                                "Noisiness",
                                "Sharpness")) {
                    other.putIfAbsent(each.toLowerCase(Locale.ROOT), each);
                }
            }
            case AGIQA_3K -> find(header, List.of("style")).ifPresent(grouped::add);
            case AIGIQA_20K, KONIQ_10K, TABLE -> {}
        }
        Map<String, String> spread = new LinkedHashMap<>(spreads);
        visualName.ifPresent(v -> spreadOf(header, v).ifPresent(s -> spread.putIfAbsent(v, s)));
        alignmentName.ifPresent(a -> spreadOf(header, a).ifPresent(s -> spread.putIfAbsent(a, s)));
        return new RatingColumns(
                named(image.or(() -> imageColumn(table))),
                named(prompt.or(() -> promptColumn(table, layout))),
                visualName,
                alignmentName,
                other,
                spread,
                named(count.or(() -> find(header, COUNT))),
                named(generator.or(() -> find(header, GENERATOR))),
                named(split.or(() -> find(header, SPLIT))),
                grouped.stream().distinct().toList());
    }

    private static Optional<String> named(Optional<String> column) {
        return column.filter(name -> !name.equals(NOTHING));
    }

    private static Optional<String> imageColumn(Table table) {
        if (table.named()) {
            return find(table.header(), IMAGE);
        }
        for (int i = 0; i < table.header().size(); i++) {
            if (table.rows().getFirst().cells().get(i).matches("(?i).+\\.(png|jpe?g|webp|bmp)")) {
                return Optional.of(table.header().get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> promptColumn(Table table, RatedSetLayout layout) {
        return !table.named() && layout == RatedSetLayout.AIGIQA_20K && table.header().size() > 1
                ? Optional.of(table.header().get(1))
                : find(table.header(), PROMPT);
    }

    private static Optional<String> visualColumn(Table table, RatedSetLayout layout) {
        return !table.named() && layout == RatedSetLayout.AIGIQA_20K && table.header().size() > 2
                ? Optional.of(table.header().get(2))
                : find(table.header(), VISUAL);
    }

    private static Optional<String> spreadOf(List<String> header, String rating) {
        String stem = rating.toLowerCase(Locale.ROOT).replace("mos_", "").replace("_mos", "");
        List<String> names = new ArrayList<>();
        for (String word : List.of("std", "sd", "stddev", "spread")) {
            names.add(word + "_" + stem);
            names.add(stem + "_" + word);
        }
        if (stem.equals("mos")) {
            names.addAll(List.of("sd", "std"));
        }
        return find(header, names);
    }

    private static Optional<String> find(List<String> header, List<String> names) {
        for (String name : names) {
            for (String column : header) {
                if (column.equalsIgnoreCase(name)) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    /** What was taken for what, for people: {@code image = "name"}. */
    List<String> described() {
        List<String> lines = new ArrayList<>();
        image.ifPresent(c -> lines.add("image = \"" + c + "\""));
        prompt.ifPresent(c -> lines.add("prompt = \"" + c + "\""));
        visual.ifPresent(c -> lines.add("visual = \"" + c + "\"" + spreadText(c)));
        alignment.ifPresent(c -> lines.add("alignment = \"" + c + "\"" + spreadText(c)));
        others.forEach((name, c) -> lines.add(name + " = \"" + c + "\""));
        count.ifPresent(c -> lines.add("raters = \"" + c + "\""));
        generator.ifPresent(c -> lines.add("generator = \"" + c + "\""));
        split.ifPresent(c -> lines.add("split = \"" + c + "\""));
        groups.forEach(c -> lines.add("group = \"" + c + "\""));
        return lines;
    }

    private String spreadText(String column) {
        return spreads.containsKey(column) ? " (spread = \"" + spreads.get(column) + "\")" : "";
    }

    /**
     * Index of the image column, or what is there instead.
     *
     * @param option that names it
     */
    int imageIndex(Table table, String option) throws BenchmarkException {
        if (image.isEmpty()) {
            throw new BenchmarkException(
                    table.file()
                            + ": no column looks like image names; name it with "
                            + option
                            + ". There are: "
                            + String.join(", ", table.header()));
        }
        try {
            return table.column(image.get());
        } catch (TableException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }
}
