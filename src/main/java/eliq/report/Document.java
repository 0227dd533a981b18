package eliq.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A report before it has a form: HTML, PDF, Markdown, LaTeX, CSV and JSON are all written from this, so that they cannot
 * disagree.
 *
 * @param title heading
 * @param lead one to three sentences for a reader in a hurry
 * @param origin program, date, set: small print below the lead
 * @param sections in order
 */
public record Document(String title, String lead, String origin, List<Section> sections) {
    public Document {
        sections = List.copyOf(sections);
    }

    /**
     * @param id unique, for links: small letters and hyphens
     */
    public record Section(String id, String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /** A part of a section. */
    public sealed interface Block {

        /** A heading within a section. */
        record Heading(String text) implements Block {}

        /** Running text. */
        record Paragraph(String text) implements Block {}

        /** What a reader must not overlook. */
        record Warning(String text) implements Block {}

        /** Figures beside one another where there is room. */
        record Figures(List<Captioned> figures) implements Block {
            public Figures {
                figures = List.copyOf(figures);
            }
        }

        /** A table; see {@link Table}. */
        record Tabular(Table table) implements Block {}
    }

    /** A figure with what to see in it. */
    public record Captioned(Figure figure, String caption) {}

    /**
     * @param key unique in the document; names its file: small letters and hyphens
     * @param caption one sentence
     * @param columns in order
     * @param rows each as long as the columns
     */
    public record Table(String key, String caption, List<Column> columns, List<List<Cell>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            key + ": " + row.size() + " cells for " + columns.size() + " columns");
                }
            }
        }
    }

    /**
     * @param key as in CSV and JSON
     * @param title as shown
     * @param number whether it holds numbers, which stand to the right
     */
    public record Column(String key, String title, boolean number) {
        public static Column text(String key, String title) {
            return new Column(key, title, false);
        }

        public static Column number(String key, String title) {
            return new Column(key, title, true);
        }
    }

    /** What stands in a table. */
    public sealed interface Cell {

        /** Words. */
        record Text(String text) implements Cell {}

        /** Words of less weight. */
        record Muted(String text) implements Cell {}

        /** Hashes and the like. */
        record Code(String text) implements Cell {}

        /**
         * @param value NaN where there is none
         */
        record Number(double value, int decimals) implements Cell {}

        /**
         * A number with its interval.
         *
         * @param value NaN where there is none
         * @param lower NaN where there is no interval
         * @param upper NaN where there is no interval
         */
        record Interval(double value, double lower, double upper, int decimals) implements Cell {
            boolean open() {
                return Double.isNaN(lower) || Double.isNaN(upper);
            }
        }

        /**
         * A picture, shown small.
         *
         * @param file absent, or no longer there: the description stands for it
         */
        record Picture(Optional<Path> file, String description) implements Cell {}
    }

    /** All tables, in order. */
    List<Table> tables() {
        return sections.stream()
                .flatMap(s -> s.blocks().stream())
                .filter(Block.Tabular.class::isInstance)
                .map(b -> ((Block.Tabular) b).table())
                .toList();
    }
}
