package eliq.catalog;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The models that are known: backbones, adapters, scorers. */
public final class ModelStore {
    private static final String UNREADABLE = "the models cannot be read";

    private final Database database;

    ModelStore(Database database) {
        this.database = database;
    }

    /** Stores a model; one of the same kind and identity gets the new name, path and details. */
    public void save(ModelRecord model) throws CatalogException {
        database.write(
                "the model cannot be stored",
                sql ->
                        sql.update(
                                """
                                INSERT INTO models (kind, name, path, identity, base, details, added)
                                VALUES (?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (kind, identity) DO UPDATE SET
                                    name = excluded.name, path = excluded.path, base = excluded.base,
                                    details = excluded.details
                                """,
                                model.kind(),
                                model.name(),
                                model.path(),
                                model.identity(),
                                model.base(),
                                model.details(),
                                model.added()));
    }

    public Optional<ModelRecord> find(ModelRecord.Kind kind, String identity)
            throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.first(
                                "SELECT * FROM models WHERE kind = ? AND identity = ?",
                                ModelStore::model,
                                kind,
                                identity));
    }

    /** The newest model of this name. */
    public Optional<ModelRecord> findByName(ModelRecord.Kind kind, String name)
            throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.first(
                                "SELECT * FROM models WHERE kind = ? AND name = ? ORDER BY added DESC, id DESC",
                                ModelStore::model,
                                kind,
                                name));
    }

    /** The models of a kind, newest first. */
    public List<ModelRecord> ofKind(ModelRecord.Kind kind) throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT * FROM models WHERE kind = ? ORDER BY added DESC, id DESC",
                                ModelStore::model,
                                kind));
    }

    /** Forgets a model; its files stay. */
    public void remove(ModelRecord.Kind kind, String identity) throws CatalogException {
        database.write(
                "the model cannot be removed",
                sql ->
                        sql.update(
                                "DELETE FROM models WHERE kind = ? AND identity = ?",
                                kind,
                                identity));
    }

    private static ModelRecord model(Columns row) throws SQLException {
        return new ModelRecord(
                row.constant("kind", ModelRecord.Kind.class),
                row.text("name"),
                row.path("path"),
                row.text("identity"),
                row.optionalText("base"),
                row.text("details"),
                row.instant("added"));
    }
}
