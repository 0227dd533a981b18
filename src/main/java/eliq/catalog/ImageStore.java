package eliq.catalog;

import eliq.image.ContentHash;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The images the catalogue knows; each content once. */
public final class ImageStore {
    private static final String UNREADABLE = "the images cannot be read";

    private final Database database;

    ImageStore(Database database) {
        this.database = database;
    }

    /** Whether it was new; an image that is there already stays as it is. */
    public boolean add(ImageRecord image) throws CatalogException {
        return addAll(List.of(image)) == 1;
    }

    /** Stores those that are new, in one transaction; how many. */
    public int addAll(Collection<ImageRecord> images) throws CatalogException {
        return database.write("the images cannot be stored", sql -> addAll(sql, images));
    }

    /**
     * As {@link #add}, but a power cut (not a crash of the program) may forget the last ones: for what can be made
     * again, many times a second.
     */
    public boolean addLazily(ImageRecord image) throws CatalogException {
        return database.writeLazily(
                        "the images cannot be stored", sql -> addAll(sql, List.of(image)))
                == 1;
    }

    static int addAll(Sql sql, Collection<ImageRecord> images) throws SQLException {
        return sql.updateAll(
                """
                INSERT INTO images (hash, path, name, width, height, format, bytes, origin, prompt_id,
                                    generator, model, seed, embedded_prompt, added)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (hash) DO NOTHING
                """,
                images.stream().map(ImageStore::values).toList());
    }

    private static Object[] values(ImageRecord image) {
        return new Object[] {
            image.hash(),
            path(image.location()),
            image.name(),
            image.width(),
            image.height(),
            image.format(),
            image.bytes(),
            image.origin(),
            image.promptId(),
            image.generator(),
            image.model(),
            image.seed(),
            image.embeddedPrompt(),
            image.added()
        };
    }

    private static Object path(ImageLocation location) {
        return switch (location) {
            case ImageLocation.Stored stored -> null;
            case ImageLocation.Outside outside -> outside.path();
        };
    }

    public Optional<ImageRecord> find(ContentHash hash) throws CatalogException {
        return database.read(
                UNREADABLE,
                sql -> sql.first("SELECT * FROM images WHERE hash = ?", ImageStore::image, hash));
    }

    public boolean contains(ContentHash hash) throws CatalogException {
        return find(hash).isPresent();
    }

    /** Every image judged by this prompt, oldest first. */
    public List<ImageRecord> ofPrompt(long promptId) throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT * FROM images WHERE prompt_id = ? ORDER BY id",
                                ImageStore::image,
                                promptId));
    }

    /** One page of what the filter lets through. */
    public List<ImageRow> page(ImageFilter filter, ImageSort sort, long offset, int limit)
            throws CatalogException {
        ImageQuery query = new ImageQuery(filter);
        return database.read(
                UNREADABLE,
                sql -> {
                    List<Long> ids = query.ids(sql, sort, offset, limit);
                    return sql.list(
                            """
                            SELECT i.*, p.text AS prompt_text, %s
                            FROM json_each(?) page
                            JOIN images i ON i.id = page.value
                            LEFT JOIN prompts p ON p.id = i.prompt_id
                            LEFT JOIN scores s ON s.image_id = i.id AND s.scorer = ? AND s.shown = 1
                            ORDER BY page.key
                            """
                                    .formatted(ScoreStore.COLUMNS),
                            ImageStore::row,
                            ids.toString(),
                            filter.scorer().orElse(""));
                });
    }

    /** How many images the filter lets through. */
    public long count(ImageFilter filter) throws CatalogException {
        ImageQuery query = new ImageQuery(filter);
        return database.read(UNREADABLE, query::count);
    }

    /** The generators that images name, in alphabetical order. */
    public List<String> generators() throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT DISTINCT generator FROM images WHERE generator IS NOT NULL ORDER BY generator",
                                row -> row.text("generator")));
    }

    /** What images can be narrowed by. */
    public ImageFacets facets() throws CatalogException {
        List<String> generators = generators();
        return database.read(
                UNREADABLE,
                sql ->
                        new ImageFacets(
                                texts(sql, "SELECT DISTINCT category AS t FROM prompt_categories"),
                                generators,
                                texts(
                                        sql,
                                        "SELECT DISTINCT era AS t FROM tuple_sets WHERE era <> ''"),
                                sql.list(
                                        """
                                        SELECT scorer FROM scores WHERE shown = 1
                                        GROUP BY scorer ORDER BY count(*) DESC, scorer
                                        """,
                                        row -> row.text("scorer"))));
    }

    private static List<String> texts(Sql sql, String select) throws SQLException {
        return sql.list(select + " ORDER BY t", row -> row.text("t"));
    }

    /** The image is judged by this prompt from now on. */
    public void setPrompt(ContentHash hash, OptionalLong promptId) throws CatalogException {
        change(hash, "UPDATE images SET prompt_id = ? WHERE hash = ?", promptId, hash);
    }

    /** The same content was found somewhere else. */
    public void relocate(ContentHash hash, ImageLocation location) throws CatalogException {
        change(hash, "UPDATE images SET path = ? WHERE hash = ?", path(location), hash);
    }

    private void change(ContentHash hash, String statement, Object... parameters)
            throws CatalogException {
        database.write(
                "an image cannot be changed",
                sql -> {
                    if (sql.update(statement, parameters) == 0) {
                        throw unknown(hash);
                    }
                    return null;
                });
    }

    /** Forgets an image with its scores and ratings; its bytes stay. Fails while a tuple needs it. */
    public void remove(ContentHash hash) throws CatalogException {
        database.write(
                "an image cannot be removed",
                sql -> {
                    long uses =
                            sql.number(
                                    """
                                    SELECT (SELECT count(*) FROM tuples WHERE positive = ?)
                                         + (SELECT count(*) FROM negatives WHERE image = ?)
                                    """,
                                    hash,
                                    hash);
                    if (uses > 0) {
                        throw new CatalogException(
                                "Image "
                                        + hash
                                        + " belongs to "
                                        + uses
                                        + (uses == 1 ? " tuple" : " tuples")
                                        + "; delete the tuple set first.");
                    }
                    return sql.update("DELETE FROM images WHERE hash = ?", hash);
                });
    }

    static CatalogException unknown(ContentHash hash) {
        return new CatalogException("Image " + hash + " is not in the catalogue; import it first.");
    }

    /** Row number of an image that must be there. */
    static long id(Sql sql, ContentHash hash) throws SQLException, CatalogException {
        return sql.first("SELECT id FROM images WHERE hash = ?", row -> row.integer("id"), hash)
                .orElseThrow(() -> unknown(hash));
    }

    private static ImageRow row(Columns row) throws SQLException {
        ImageRecord image = image(row);
        boolean scored = row.optionalText("scorer").isPresent();
        return new ImageRow(
                image,
                row.optionalText("prompt_text"),
                scored ? Optional.of(ScoreStore.score(row)) : Optional.empty());
    }

    private static ImageRecord image(Columns row) throws SQLException {
        Optional<String> path = row.optionalText("path");
        return new ImageRecord(
                row.hash("hash"),
                path.isPresent()
                        ? new ImageLocation.Outside(row.path("path"))
                        : new ImageLocation.Stored(),
                row.text("name"),
                row.smallInteger("width"),
                row.smallInteger("height"),
                row.text("format"),
                row.integer("bytes"),
                row.constant("origin", Origin.class),
                row.optionalInteger("prompt_id"),
                row.optionalText("generator"),
                row.optionalText("model"),
                row.optionalInteger("seed"),
                row.optionalText("embedded_prompt"),
                row.instant("added"));
    }
}
