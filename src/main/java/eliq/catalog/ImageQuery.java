package eliq.catalog;

import java.util.ArrayList;
import java.util.List;

/** The SQL of a filter: {@code FROM} and {@code WHERE} with their parameters in order. */
final class ImageQuery {
    /** Trigrams find nothing shorter. */
    private static final int SHORTEST_INDEXED = 3;

    private final StringBuilder sql = new StringBuilder("FROM images i\n");
    private final List<Object> parameters = new ArrayList<>();

    ImageQuery(ImageFilter filter, boolean scoresNeeded) {
        boolean ranged = filter.visual().isPresent() || filter.alignment().isPresent();
        if (scoresNeeded || ranged) {
            // Where a range is asked for, images without a score drop out anyway.
            sql.append(ranged ? "JOIN" : "LEFT JOIN")
                    .append(" scores s ON s.image_id = i.id AND s.scorer = ? AND s.shown = 1\n");
            parameters.add(filter.scorer().orElse(""));
        }
        sql.append("WHERE 1");
        filter.origin().ifPresent(origin -> and("i.origin = ?", origin));
        filter.generator().ifPresent(generator -> and("i.generator = ?", generator));
        filter.visual().ifPresent(r -> and("s.visual BETWEEN ? AND ?", r.from(), r.to()));
        filter.alignment().ifPresent(r -> and("s.alignment BETWEEN ? AND ?", r.from(), r.to()));
        for (String word : filter.text().strip().split("\\s+")) {
            word(word);
        }
    }

    private void word(String word) {
        if (word.isEmpty()) {
            return;
        }
        if (word.codePointCount(0, word.length()) >= SHORTEST_INDEXED) {
            and(
                    "i.id IN (SELECT rowid FROM image_text WHERE image_text MATCH ?)",
                    '"' + word.replace("\"", "\"\"") + '"');
        } else {
            String pattern = "%" + word.replaceAll("[%_\\\\]", "\\\\$0") + "%";
            and(
                    """
                    (i.name LIKE ? ESCAPE '\\'
                     OR i.prompt_id IN (SELECT id FROM prompts WHERE text LIKE ? ESCAPE '\\'))
                    """,
                    pattern,
                    pattern);
        }
    }

    private void and(String condition, Object... values) {
        sql.append("\n  AND ").append(condition);
        for (Object value : values) {
            parameters.add(value);
        }
    }

    String sql() {
        return sql.toString();
    }

    Object[] parameters(Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
