package eliq.catalog;

import eliq.image.ContentHash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Human ratings of images, by data set. */
public final class RatingStore {
    private static final String SELECT =
            """
            SELECT r.dataset, i.hash, r.name, r.value, r.spread, r.count
            FROM ratings r JOIN images i ON i.id = r.image_id
            """;

    private final Database database;

    RatingStore(Database database) {
        this.database = database;
    }

    /** Stores ratings of images that are in the catalogue, in one transaction; one of the same kind is replaced. */
    public void saveAll(Collection<Rating> ratings) throws CatalogException {
        database.write(
                "the ratings cannot be stored",
                sql -> {
                    List<Object[]> rows = new ArrayList<>(ratings.size());
                    for (Rating rating : ratings) {
                        rows.add(
                                new Object[] {
                                    rating.dataset(),
                                    ImageStore.id(sql, rating.image()),
                                    rating.name(),
                                    rating.value(),
                                    rating.spread(),
                                    rating.count()
                                });
                    }
                    return sql.updateAll(
                            """
                            INSERT OR REPLACE INTO ratings (dataset, image_id, name, value, spread, count)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """,
                            rows);
                });
    }

    /** The ratings of one name in a data set, in the order in which the images were added. */
    public List<Rating> ofDataset(String dataset, String name) throws CatalogException {
        return database.read(
                "the ratings cannot be read",
                sql ->
                        sql.list(
                                SELECT + "WHERE r.dataset = ? AND r.name = ? ORDER BY r.image_id",
                                RatingStore::rating,
                                dataset,
                                name));
    }

    /** Every rating of an image. */
    public List<Rating> ofImage(ContentHash image) throws CatalogException {
        return database.read(
                "the ratings cannot be read",
                sql ->
                        sql.list(
                                SELECT + "WHERE i.hash = ? ORDER BY r.dataset, r.name",
                                RatingStore::rating,
                                image));
    }

    /** Names of the data sets, in alphabetical order. */
    public List<String> datasets() throws CatalogException {
        return database.read(
                "the ratings cannot be read",
                sql ->
                        sql.list(
                                "SELECT DISTINCT dataset FROM ratings ORDER BY dataset",
                                row -> row.text("dataset")));
    }

    /** Removes a data set's ratings; the images stay. */
    public int remove(String dataset) throws CatalogException {
        return database.write(
                "the ratings cannot be removed",
                sql -> sql.update("DELETE FROM ratings WHERE dataset = ?", dataset));
    }

    private static Rating rating(Columns row) throws SQLException {
        return new Rating(
                row.text("dataset"),
                row.hash("hash"),
                row.text("name"),
                row.real("value"),
                row.optionalReal("spread"),
                row.optionalSmallInteger("count"));
    }
}
