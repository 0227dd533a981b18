package eliq.catalog;

import eliq.image.ContentHash;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    /** An artist's last drawings, newest first. */
    public List<Drawing> recent(String artist, int most) throws CatalogException {
        return database.read(
                "the drawings cannot be read",
                sql ->
                        sql.list(
                                "SELECT * FROM drawings WHERE artist = ? ORDER BY drawn DESC LIMIT ?",
                                DrawingStore::drawing,
                                artist,
                                most));
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
