package eliq.catalog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A cache of what frozen backbones said: content in, vectors out. */
public final class EmbeddingStore {
    private final Database database;

    EmbeddingStore(Database database) {
        this.database = database;
    }

    /** Stores embeddings in one transaction; one of the same key is replaced. */
    public void saveAll(Collection<Embedding> embeddings) throws CatalogException {
        database.writeLazily(
                "the embeddings cannot be stored",
                sql ->
                        sql.updateAll(
                                """
                                INSERT OR REPLACE INTO embeddings (image, text, backbone, p_low, p_high, hidden, words)
                                VALUES (?, ?, ?, ?, ?, ?, ?)
                                """,
                                embeddings.stream().map(EmbeddingStore::values).toList()));
    }

    public Optional<Embedding> find(EmbeddingKey key) throws CatalogException {
        return database.read("an embedding cannot be read", sql -> find(sql, key));
    }

    /** Those of the keys that are there. */
    public Map<EmbeddingKey, Embedding> findAll(Collection<EmbeddingKey> keys)
            throws CatalogException {
        return database.read(
                "the embeddings cannot be read",
                sql -> {
                    Map<EmbeddingKey, Embedding> found = new HashMap<>();
                    for (EmbeddingKey key : keys) {
                        find(sql, key).ifPresent(embedding -> found.put(key, embedding));
                    }
                    return found;
                });
    }

    /** How many are kept of this backbone. */
    public long count(String backbone) throws CatalogException {
        return database.read(
                "the embeddings cannot be counted",
                sql -> sql.number("SELECT count(*) FROM embeddings WHERE backbone = ?", backbone));
    }

    /** Drops what is kept of a backbone; it can be computed again. How many. */
    public int drop(String backbone) throws CatalogException {
        return database.write(
                "the embeddings cannot be dropped",
                sql -> sql.update("DELETE FROM embeddings WHERE backbone = ?", backbone));
    }

    private static Object[] values(Embedding embedding) {
        EmbeddingKey key = embedding.key();
        return new Object[] {
            key.image(),
            key.text(),
            key.backbone(),
            embedding.low(),
            embedding.high(),
            bytes(embedding.hidden()),
            embedding.words().map(EmbeddingStore::bytes)
        };
    }

    private static Optional<Embedding> find(Sql sql, EmbeddingKey key) throws SQLException {
        return sql.first(
                "SELECT * FROM embeddings WHERE backbone = ? AND text = ? AND image = ?",
                row ->
                        new Embedding(
                                key,
                                floats(row.bytes("hidden")),
                                row.real("p_low"),
                                row.real("p_high"),
                                row.optionalBytes("words").map(EmbeddingStore::floats)),
                key.backbone(),
                key.text(),
                key.image());
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
