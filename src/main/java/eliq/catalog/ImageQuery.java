package eliq.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which images a filter lets through, by row number. Orders by score start from the scores' index, and images without a
 * score are only looked for once those run out: sorting all images of a large library for one page takes too long.
 */
final class ImageQuery {
    /** Trigrams find nothing shorter. */
    private static final int SHORTEST_INDEXED = 3;

    private final String scorer;
    private final StringBuilder ofImage = new StringBuilder();
    private final List<Object> imageParameters = new ArrayList<>();
    private final StringBuilder ofScore = new StringBuilder();
    private final List<Object> scoreParameters = new ArrayList<>();

    ImageQuery(ImageFilter filter) {
        scorer = filter.scorer().orElse("");
        filter.origin().ifPresent(origin -> image("i.origin = ?", origin));
        filter.generator().ifPresent(generator -> image("i.generator = ?", generator));
        for (String word : filter.text().strip().split("\\s+")) {
            word(word);
        }
        part(filter.part());
        filter.visual().ifPresent(range -> score("s.visual", range));
        filter.alignment().ifPresent(range -> score("s.alignment", range));
    }

    private void part(ImageFilter.Part part) {
        part.category()
                .ifPresent(
                        category ->
                                image(
                                        "i.prompt_id IN (SELECT prompt_id FROM prompt_categories WHERE category = ?)",
                                        category));
        if (part.aspect().isPresent() || part.family().isPresent()) {
            image(
                    "i.hash IN (SELECT image FROM negatives WHERE aspect = coalesce(?, aspect)"
                            + " AND family = coalesce(?, family))",
                    part.aspect(),
                    part.family());
        }
        part.era()
                .ifPresent(
                        era ->
                                image(
                                        """
                                        i.hash IN (
                                            SELECT t.positive FROM tuple_sets e JOIN tuples t ON t.set_id = e.id
                                            WHERE e.era = ?
                                            UNION ALL
                                            SELECT n.image FROM tuple_sets e JOIN tuples t ON t.set_id = e.id
                                            JOIN negatives n ON n.tuple_id = t.id
                                            WHERE e.era = ? AND n.image IS NOT NULL)""",
                                        era,
                                        era));
    }

    private void word(String word) {
        if (word.isEmpty()) {
            return;
        }
        String condition =
                "(i.prompt_id IN (SELECT %1$s FROM %2$s) OR i.id IN (SELECT %1$s FROM %3$s))";
        if (word.codePointCount(0, word.length()) >= SHORTEST_INDEXED) {
            String phrase = '"' + word.replace("\"", "\"\"") + '"';
            image(
                    condition.formatted(
                            "rowid",
                            "prompt_texts WHERE prompt_texts MATCH ?",
                            "image_names WHERE image_names MATCH ?"),
                    phrase,
                    phrase);
        } else {
            String pattern = "%" + word.replaceAll("[%_\\\\]", "\\\\$0") + "%";
            image(
                    condition.formatted(
                            "id",
                            "prompts WHERE text LIKE ? ESCAPE '\\'",
                            "images WHERE name LIKE ? ESCAPE '\\'"),
                    pattern,
                    pattern);
        }
    }

    private void image(String condition, Object... values) {
        ofImage.append("\n AND ").append(condition);
        imageParameters.addAll(Arrays.asList(values));
    }

    private void score(String column, ImageFilter.Range range) {
        ofScore.append("\n AND ").append(column).append(" BETWEEN ? AND ?");
        scoreParameters.add(range.from());
        scoreParameters.add(range.to());
    }

    long count(Sql sql) throws SQLException {
        return ofScore.isEmpty()
                ? sql.number(
                        "SELECT count(*) FROM images i WHERE 1" + ofImage,
                        imageParameters.toArray())
                : sql.number("SELECT count(*) " + scored(""), scoredParameters());
    }

    /** Row numbers of one page, in order. */
    List<Long> ids(Sql sql, ImageSort sort, long offset, int limit) throws SQLException {
        if (!sort.by().isScore()) {
            return ofScore.isEmpty()
                    ? ids(
                            sql,
                            "SELECT i.id FROM images i WHERE 1" + ofImage + sort.sql("i.id"),
                            offset,
                            limit,
                            imageParameters.toArray())
                    : ids(
                            sql,
                            "SELECT i.id " + scored("", true) + sort.sql("i.id"),
                            offset,
                            limit,
                            scoredParameters());
        }
        String present = "\n AND " + sort.by().column() + " IS NOT NULL";
        List<Long> page =
                new ArrayList<>(
                        ids(
                                sql,
                                "SELECT s.image_id AS id "
                                        + scored(present)
                                        + sort.sql("s.image_id"),
                                offset,
                                limit,
                                scoredParameters()));
        if (page.size() < limit && ofScore.isEmpty()) {
            long before = sql.number("SELECT count(*) " + scored(present), scoredParameters());
            List<Object> parameters = new ArrayList<>(imageParameters);
            parameters.add(scorer);
            page.addAll(
                    ids(
                            sql,
                            "SELECT i.id FROM images i WHERE 1"
                                    + ofImage
                                    + "\n AND NOT EXISTS (SELECT 1 FROM scores s WHERE s.scorer = ? AND s.shown = 1"
                                    + " AND s.image_id = i.id"
                                    + present
                                    + ") ORDER BY i.id"
                                    + (sort.ascending() ? " ASC" : " DESC"),
                            Math.max(0, offset - before),
                            limit - page.size(),
                            parameters.toArray()));
        }
        return page;
    }

    private String scored(String more) {
        return scored(more, !ofImage.isEmpty());
    }

    /** {@code FROM} the shown scores of the scorer that fit; CROSS JOIN keeps the order of the scores' index. */
    private String scored(String more, boolean withImages) {
        return "FROM scores s"
                + (withImages ? " CROSS JOIN images i ON i.id = s.image_id" : "")
                + "\nWHERE s.scorer = ? AND s.shown = 1"
                + more
                + ofScore
                + ofImage;
    }

    private Object[] scoredParameters() {
        List<Object> parameters = new ArrayList<>();
        parameters.add(scorer);
        parameters.addAll(scoreParameters);
        parameters.addAll(imageParameters);
        return parameters.toArray();
    }

    private static List<Long> ids(
            Sql sql, String select, long offset, int limit, Object... parameters)
            throws SQLException {
        Object[] all = Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = limit;
        all[parameters.length + 1] = offset;
        return sql.list(select + " LIMIT ? OFFSET ?", row -> row.integer("id"), all);
    }
}
