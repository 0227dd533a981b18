package eliq.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the index file of a rated set is laid out. Facts are from the index files that the authors publish. */
public enum RatedSetLayout {
    /** data.csv: both ratings with their spread; the generator begins the file name. */
    AGIQA_3K(
            "agiqa-3k",
            "AGIQA-3K",
            List.of("name", "prompt", "mos_quality", "std_quality", "mos_align", "std_align")),
    /** mosz1.mat (quality), mosz2.mat (authenticity), mosz3.mat (correspondence) and the prompts as XLSX; or one table of them. */
    AIGCIQA2023(
            "aigciqa2023",
            "AIGCIQA2023",
            List.of("model", "image_name", "mosz1", "mosz2", "mosz3")),
    /** Image, prompt and one rating, mostly without a header line. */
    AIGIQA_20K("aigiqa-20k", "AIGIQA-20K", List.of()),
    /** koniq10k_distributions_sets.csv: a rating of 0-100, its spread on five points, the votes, the authors' split. */
    KONIQ_10K(
            "koniq-10k",
            "KonIQ-10k",
            List.of("image_name", "c1", "c2", "c3", "c4", "c5", "c_total", "mos", "sd", "set")),
    /** A rating of 0-100 and five attributes. */
    SPAQ(
            "spaq",
            "SPAQ",
            List.of(
                    "image name",
                    "mos",
                    "brightness",
                    "colorfulness",
                    "contrast",
                    "noisiness",
                    "sharpness")),
    /** Any table: columns are guessed, shown, and may be named. */
    TABLE("table", "table of ratings", List.of());

    /** What the files of AIGIQA-20K begin with. */
    private static final String AIGIQA_NAME =
            "(DALLE2|DALLE3|Dream|IF|LCM_Pixart|LCM_SD1\\.5|LCM_SDXL|MJ|Pixart|Playground|SD1\\.4|SD1\\.5|SDXL|SDXL_Turbo|SSD1B)_\\d+\\.png";

    private final String key;
    private final String title;
    private final List<String> header;

    RatedSetLayout(String key, String title, List<String> header) {
        this.key = key;
        this.title = title;
        this.header = header;
    }

    /** As it stands in options. */
    public String key() {
        return key;
    }

    /** As shown. */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return key;
    }

    /**
     * The layout of this name.
     *
     * @throws BenchmarkException naming those there are
     */
    public static RatedSetLayout of(String key) throws BenchmarkException {
        for (RatedSetLayout layout : values()) {
            if (layout.key.equalsIgnoreCase(key)) {
                return layout;
            }
        }
        throw new BenchmarkException(
                "There is no layout '" + key + "'; there are " + List.of(values()));
    }

    /**
     * The layout of a table.
     *
     * @param columns names in the header
     * @param firstImage cells of the first row
     */
    static RatedSetLayout detect(List<String> columns, List<String> firstImage) {
        List<String> lower = columns.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
        for (RatedSetLayout layout : values()) {
            if (!layout.header.isEmpty() && lower.containsAll(layout.header)) {
                return layout;
            }
        }
        return columns.size() <= 3
                        && !firstImage.isEmpty()
                        && firstImage.getFirst().matches(AIGIQA_NAME)
                ? AIGIQA_20K
                : TABLE;
    }

    /** The generator that an image's name tells, in the sets whose names do. */
    Optional<String> generator(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int cut =
                switch (this) {
                    case AGIQA_3K -> name.indexOf('_');
                    case AIGIQA_20K -> name.lastIndexOf('_');
                    default -> -1;
                };
        return cut > 0 ? Optional.of(name.substring(0, cut)) : Optional.empty();
    }
}
