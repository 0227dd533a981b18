package eliq.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tuple sets: the supervision that critics and scorers are trained on. */
public final class TupleStore {
    private static final String SELECT_SET =
            """
            SELECT t.id, t.name, t.parameters, t.era, t.refreshes, t.created,
                   (SELECT count(*) FROM tuples WHERE set_id = t.id) AS tuples,
                   (SELECT count(*) FROM tuples u WHERE u.set_id = t.id AND (u.verdict <> 'none' OR (
                       EXISTS (SELECT 1 FROM negatives WHERE tuple_id = u.id) AND NOT EXISTS
                       (SELECT 1 FROM negatives WHERE tuple_id = u.id AND verdict = 'none')))) AS reviewed
            FROM tuple_sets t
            """;

    private final Database database;

    TupleStore(Database database) {
        this.database = database;
    }

    /** A new, empty set of no particular era. */
    public TupleSet createSet(String name, String parameters) throws CatalogException {
        return createSet(name, parameters, "", OptionalLong.empty());
    }

    /**
     * A new, empty set.
     *
     * @param parameters JSON object
     * @param era of the generators that draw its positives
     * @param refreshes the set whose prompts it repeats
     * @throws CatalogException if the name is taken
     */
    public TupleSet createSet(String name, String parameters, String era, OptionalLong refreshes)
            throws CatalogException {
        return database.write(
                "the tuple set cannot be created",
                sql -> {
                    if (set(sql, name).isPresent()) {
                        throw new CatalogException(
                                "There is a tuple set named '"
                                        + name
                                        + "' already; choose another name or delete that one first.");
                    }
                    sql.update(
                            """
                            INSERT INTO tuple_sets (name, parameters, era, refreshes, created)
                            VALUES (?, ?, ?, ?, ?)
                            """,
                            name,
                            parameters,
                            era,
                            refreshes,
                            Instant.now());
                    return set(sql, name).orElseThrow();
                });
    }

    public Optional<TupleSet> findSet(String name) throws CatalogException {
        return database.read("the tuple set cannot be read", sql -> set(sql, name));
    }

    /** Every set, newest first. */
    public List<TupleSet> sets() throws CatalogException {
        return database.read(
                "the tuple sets cannot be read",
                sql -> sql.list(SELECT_SET + "ORDER BY t.id DESC", TupleStore::set));
    }

    /** The sets of an era, newest first. */
    public List<TupleSet> ofEra(String era) throws CatalogException {
        return database.read(
                "the tuple sets cannot be read",
                sql ->
                        sql.list(
                                SELECT_SET + "WHERE t.era = ? ORDER BY t.id DESC",
                                TupleStore::set,
                                era));
    }

    /** What drew the positives of a set, with the number of tuples of each, in alphabetical order. */
    public SortedMap<String, Long> generators(long setId) throws CatalogException {
        SortedMap<String, Long> generators = new TreeMap<>();
        database.read(
                "the tuples cannot be counted",
                sql ->
                        sql.list(
                                """
                                SELECT generator, count(*) AS tuples FROM tuples WHERE set_id = ? GROUP BY generator
                                """,
                                row -> generators.put(row.text("generator"), row.integer("tuples")),
                                setId));
        return generators;
    }

    /** Removes a set with its tuples and negatives; the images stay. */
    public void deleteSet(long id) throws CatalogException {
        database.write(
                "the tuple set cannot be deleted",
                sql -> sql.update("DELETE FROM tuple_sets WHERE id = ?", id));
    }

    /**
     * Adds tuples with their negatives, in one transaction. A tuple of the same prompt and positive that the set has
     * already is replaced, so that a resumed build may repeat its last step.
     *
     * @return ids, in the order given
     */
    public List<Long> addAll(long setId, Collection<NewTuple> tuples) throws CatalogException {
        return database.write(
                "the tuples cannot be stored",
                sql -> {
                    List<Long> ids = new ArrayList<>(tuples.size());
                    for (NewTuple tuple : tuples) {
                        ids.add(add(sql, setId, tuple));
                    }
                    return ids;
                });
    }

    private static long add(Sql sql, long setId, NewTuple tuple)
            throws SQLException, CatalogException {
        ImageStore.id(sql, tuple.positive());
        sql.update(
                "DELETE FROM tuples WHERE set_id = ? AND prompt_id = ? AND positive = ?",
                setId,
                tuple.promptId(),
                tuple.positive());
        long id =
                sql.number(
                        "INSERT INTO tuples (set_id, prompt_id, positive, generator) VALUES (?, ?, ?, ?) RETURNING id",
                        setId,
                        tuple.promptId(),
                        tuple.positive(),
                        tuple.generator());
        List<Object[]> rows = new ArrayList<>();
        for (NewTuple.NewNegative negative : tuple.negatives()) {
            if (negative.content() instanceof NegativeContent.Image image) {
                ImageStore.id(sql, image.hash());
            }
            rows.add(values(id, negative));
        }
        sql.updateAll(
                """
                INSERT INTO negatives (tuple_id, aspect, family, operation, parameters, seed, strength,
                                       image, wrong_prompt, verdict, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'none', '')
                """,
                rows);
        return id;
    }

    private static Object[] values(long tuple, NewTuple.NewNegative negative) {
        Recipe recipe = negative.recipe();
        NegativeContent content = negative.content();
        return new Object[] {
            tuple,
            recipe.aspect(),
            recipe.family(),
            recipe.operation(),
            recipe.parameters(),
            recipe.seed(),
            recipe.strength(),
            content instanceof NegativeContent.Image image ? image.hash() : null,
            content instanceof NegativeContent.WrongPrompt wrong ? wrong.text() : null
        };
    }

    /** Every tuple of a set, in the order in which they were added. */
    public List<Tuple> all(long setId) throws CatalogException {
        return page(setId, 0, Integer.MAX_VALUE);
    }

    /**
     * What may be trained on, in the order in which it was added: every tuple whose positive nobody rejected, without the
     * negatives that somebody rejected.
     */
    public List<Tuple> forTraining(long setId) throws CatalogException {
        return all(setId).stream()
                .filter(tuple -> tuple.verdict() != Verdict.REJECTED)
                .map(Tuple::withoutRejected)
                .toList();
    }

    /** Some tuples of a set, in the order in which they were added. */
    public List<Tuple> page(long setId, long offset, int limit) throws CatalogException {
        return database.read("the tuples cannot be read", sql -> page(sql, setId, offset, limit));
    }

    private static List<Tuple> page(Sql sql, long setId, long offset, int limit)
            throws SQLException {
        String chosen = "(SELECT id FROM tuples WHERE set_id = ? ORDER BY id LIMIT ? OFFSET ?)";
        Map<Long, Prompt> prompts = new HashMap<>();
        for (Prompt prompt :
                sql.list(
                        PromptStore.SELECT
                                + "WHERE p.id IN (SELECT prompt_id FROM tuples WHERE id IN "
                                + chosen
                                + ")",
                        PromptStore::prompt,
                        setId,
                        limit,
                        offset)) {
            prompts.put(prompt.id(), prompt);
        }
        Map<Long, List<Negative>> negatives = new HashMap<>();
        sql.list(
                "SELECT * FROM negatives WHERE tuple_id IN " + chosen + " ORDER BY id",
                row ->
                        negatives
                                .computeIfAbsent(row.integer("tuple_id"), id -> new ArrayList<>())
                                .add(negative(row)),
                setId,
                limit,
                offset);
        return sql.list(
                "SELECT * FROM tuples WHERE id IN " + chosen + " ORDER BY id",
                row ->
                        new Tuple(
                                row.integer("id"),
                                prompts.get(row.integer("prompt_id")),
                                row.hash("positive"),
                                row.text("generator"),
                                negatives.getOrDefault(row.integer("id"), List.of()),
                                row.constant("verdict", Verdict.class),
                                row.text("note")),
                setId,
                limit,
                offset);
    }

    /** Keeps what a person thinks of a negative. */
    public void judge(long negativeId, Verdict verdict, String note) throws CatalogException {
        judge("UPDATE negatives SET verdict = ?, note = ? WHERE id = ?", verdict, note, negativeId);
    }

    /** Keeps what a person thinks of a tuple's positive: with a rejected one the whole tuple is out of use. */
    public void judgePositive(long tupleId, Verdict verdict, String note) throws CatalogException {
        judge("UPDATE tuples SET verdict = ?, note = ? WHERE id = ?", verdict, note, tupleId);
    }

    private void judge(String statement, Verdict verdict, String note, long id)
            throws CatalogException {
        database.write(
                "the verdict cannot be stored",
                sql -> {
                    if (sql.update(statement, verdict, note, id) == 0) {
                        String what = statement.startsWith("UPDATE tuples") ? "tuple" : "negative";
                        throw new CatalogException(
                                "There is no " + what + " " + id + " in the catalogue.");
                    }
                    return null;
                });
    }

    private static Optional<TupleSet> set(Sql sql, String name) throws SQLException {
        return sql.first(SELECT_SET + "WHERE t.name = ?", TupleStore::set, name);
    }

    private static TupleSet set(Columns row) throws SQLException {
        return new TupleSet(
                row.integer("id"),
                row.text("name"),
                row.text("parameters"),
                row.text("era"),
                row.optionalInteger("refreshes"),
                row.instant("created"),
                row.integer("tuples"),
                row.integer("reviewed"));
    }

    private static Negative negative(Columns row) throws SQLException {
        Optional<NegativeContent> image = row.optionalHash("image").map(NegativeContent.Image::new);
        return new Negative(
                row.integer("id"),
                new Recipe(
                        row.constant("aspect", Aspect.class),
                        row.constant("family", Family.class),
                        row.text("operation"),
                        row.text("parameters"),
                        row.integer("seed"),
                        row.real("strength")),
                image.isPresent()
                        ? image.get()
                        : new NegativeContent.WrongPrompt(row.text("wrong_prompt")),
                row.constant("verdict", Verdict.class),
                row.text("note"));
    }
}
