package eliq.catalog;

import eliq.image.ContentHash;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What scorers said of images: the newest per image, scorer and prompt. */
public final class ScoreStore {
    static final String COLUMNS =
            """
            s.prompt AS score_prompt, s.scorer, s.visual, s.alignment, s.technical_high, s.aesthetic_high,
            s.alignment_high, s.gate_technical, s.gate_aesthetic, s.at
            """;

    private final Database database;

    ScoreStore(Database database) {
        this.database = database;
    }

    /** Stores scores of images that are in the catalogue, in one transaction; each replaces an older one of its kind. */
    public void saveAll(Collection<Score> scores) throws CatalogException {
        database.write(
                "the scores cannot be stored",
                sql -> {
                    for (Score score : scores) {
                        save(sql, score);
                    }
                    return null;
                });
    }

    private static void save(Sql sql, Score score) throws SQLException, CatalogException {
        long image = ImageStore.id(sql, score.image());
        sql.update(
                "UPDATE scores SET shown = 0 WHERE image_id = ? AND scorer = ? AND shown = 1",
                image,
                score.scorer());
        sql.update(
                """
                INSERT OR REPLACE INTO scores
                    (image_id, prompt, scorer, visual, alignment, technical_high, aesthetic_high,
                     alignment_high, gate_technical, gate_aesthetic, at, shown)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """,
                image,
                score.prompt().orElse(""),
                score.scorer(),
                score.visual(),
                score.alignment(),
                score.technicalHigh(),
                score.aestheticHigh(),
                score.alignmentHigh(),
                score.technicalGate(),
                score.aestheticGate(),
                score.at());
    }

    /** The score under exactly this prompt (or none). */
    public Optional<Score> find(ContentHash image, String scorer, Optional<String> prompt)
            throws CatalogException {
        return database.read(
                "a score cannot be read",
                sql ->
                        sql.first(
                                select("WHERE i.hash = ? AND s.scorer = ? AND s.prompt = ?"),
                                ScoreStore::score,
                                image,
                                scorer,
                                prompt.orElse("")));
    }

    /** Every score of an image, newest first. */
    public List<Score> ofImage(ContentHash image) throws CatalogException {
        return database.read(
                "the scores cannot be read",
                sql ->
                        sql.list(
                                select("WHERE i.hash = ? ORDER BY s.at DESC, s.id DESC"),
                                ScoreStore::score,
                                image));
    }

    /** The newest score of every image by this scorer, in the order in which the images were added. */
    public List<Score> ofScorer(String scorer) throws CatalogException {
        return database.read(
                "the scores cannot be read",
                sql ->
                        sql.list(
                                select("WHERE s.scorer = ? AND s.shown = 1 ORDER BY s.image_id"),
                                ScoreStore::score,
                                scorer));
    }

    /** What this scorer said of the pictures of a tuple set, under any prompt. */
    public List<Score> ofSet(long setId, String scorer) throws CatalogException {
        return database.read(
                "the scores cannot be read",
                sql ->
                        sql.list(
                                select(
                                        """
                                        WHERE s.scorer = ? AND i.hash IN (
                                            SELECT positive FROM tuples WHERE set_id = ?
                                            UNION
                                            SELECT n.image FROM negatives n JOIN tuples t ON t.id = n.tuple_id
                                            WHERE t.set_id = ? AND n.image IS NOT NULL)
                                        ORDER BY s.id
                                        """),
                                ScoreStore::score,
                                scorer,
                                setId,
                                setId));
    }

    private static String select(String where) {
        return "SELECT i.hash, "
                + COLUMNS
                + " FROM scores s JOIN images i ON i.id = s.image_id "
                + where;
    }

    static Score score(Columns row) throws SQLException {
        return new Score(
                row.hash("hash"),
                Optional.of(row.text("score_prompt")).filter(text -> !text.isEmpty()),
                row.text("scorer"),
                row.real("visual"),
                row.optionalReal("alignment"),
                row.real("technical_high"),
                row.real("aesthetic_high"),
                row.optionalReal("alignment_high"),
                row.real("gate_technical"),
                row.real("gate_aesthetic"),
                row.instant("at"));
    }
}
