package eliq.catalog;

import eliq.image.ContentHash;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was drawn, by what was asked for: the same request need not be made twice. */
public final class DrawingStore {
    private final Database database;

    DrawingStore(Database database) {
        this.database = database;
    }

    /**
     * Keeps a drawing with its image, one that is there already as it is. A power cut (not a crash of the program) may
     * forget the last ones: they are drawn again.
     */
    public void add(ImageRecord image, Drawing drawing) throws CatalogException {
        database.writeLazily(
                "a drawing cannot be stored",
                sql -> {
                    ImageStore.addAll(sql, List.of(image));
                    return sql.update(
                            """
                            INSERT INTO drawings (identity, image, artist, request, details, pixels, microseconds,
                                                  drawn)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (identity) DO UPDATE SET image = excluded.image
                            """,
                            drawing.identity(),
                            drawing.image(),
                            drawing.artist(),
                            drawing.request(),
                            drawing.details(),
                            drawing.pixels(),
                            drawing.took().toNanos() / 1000,
                            drawing.drawn());
                });
    }

    public Optional<Drawing> find(ContentHash identity) throws CatalogException {
        return database.read(
                "the drawings cannot be read",
                sql ->
                        sql.first(
                                "SELECT * FROM drawings WHERE identity = ?",
                                DrawingStore::drawing,
                                identity));
    }

    /** What was asked for when this image came out, oldest first. */
    public List<Drawing> of(ContentHash image) throws CatalogException {
        return database.read(
                "the drawings cannot be read",
                sql ->
                        sql.list(
                                "SELECT * FROM drawings WHERE image = ? ORDER BY drawn, identity",
                                DrawingStore::drawing,
                                image));
    }

    /** Those of these identities that were drawn. */
    public Set<ContentHash> known(Collection<ContentHash> identities) throws CatalogException {
        return database.read(
                "the drawings cannot be read",
                sql -> {
                    Set<ContentHash> known = new HashSet<>();
                    for (ContentHash identity : identities) {
                        sql.first(
                                        "SELECT identity FROM drawings WHERE identity = ?",
                                        row -> row.hash("identity"),
                                        identity)
                                .ifPresent(known::add);
                    }
                    return known;
                });
    }

    /**
     * How long an artist takes for a picture: the mean of its last drawings of this size, or of any size in proportion to
     * their pixels where it drew none of this one.
     *
     * @param pixels of the picture: width times height
     * @param most how many drawings to look at
     * @return empty where it has drawn nothing yet
     */
    public Optional<Duration> meanTime(String artist, long pixels, int most)
            throws CatalogException {
        return database.read(
                "the drawings cannot be read",
                sql -> {
                    Optional<Duration> same =
                            mean(sql, "artist = ? AND pixels = ?", pixels, artist, pixels, most);
                    return same.isPresent() ? same : mean(sql, "artist = ?", pixels, artist, most);
                });
    }

    private static Optional<Duration> mean(
            Sql sql, String condition, long pixels, Object... parameters) throws SQLException {
        String query =
                """
                SELECT sum(microseconds) AS microseconds, sum(pixels) AS pixels FROM
                (SELECT microseconds, pixels FROM drawings WHERE %s ORDER BY drawn DESC LIMIT ?)
                """;
        return sql.first(
                        query.formatted(condition),
                        row ->
                                row.integer("pixels") == 0
                                        ? Duration.ZERO
                                        : Duration.ofNanos(
                                                (long)
                                                        (1000
                                                                * row.real("microseconds")
                                                                * pixels
                                                                / row.real("pixels"))),
                        parameters)
                .filter(mean -> !mean.isZero());
    }

    private static Drawing drawing(Columns row) throws SQLException {
        return new Drawing(
                row.hash("identity"),
                row.hash("image"),
                row.text("artist"),
                row.text("request"),
                row.text("details"),
                row.integer("pixels"),
                Duration.ofNanos(1000 * row.integer("microseconds")),
                row.instant("drawn"));
    }
}
