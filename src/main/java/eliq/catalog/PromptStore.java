package eliq.catalog;

import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The prompt bank. Two texts that differ only in case, white space or Unicode form are one prompt. */
public final class PromptStore {
    static final String SELECT =
            """
            SELECT p.id, p.text, p.source,
                   (SELECT group_concat(category, char(31)) FROM prompt_categories WHERE prompt_id = p.id) AS categories
            FROM prompts p
            """;

    private final Database database;

    PromptStore(Database database) {
        this.database = database;
    }

    /** A prompt to be stored. */
    public record NewPrompt(String text, String source, Set<String> categories) {
        public NewPrompt {
            categories = Set.copyOf(categories);
        }

        /** Not labelled yet. */
        public static NewPrompt of(String text, String source) {
            return new NewPrompt(text, source, Set.of());
        }
    }

    /** What makes two texts the same prompt. */
    public static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The prompt of this text: the one that is there already, with these categories added, or a new one. */
    public Prompt add(NewPrompt prompt) throws CatalogException {
        return addAll(List.of(prompt)).getFirst();
    }

    /** As {@link #add} for each, in one transaction; in the order given. */
    public List<Prompt> addAll(Collection<NewPrompt> prompts) throws CatalogException {
        return database.write(
                "the prompts cannot be stored",
                sql -> {
                    List<Prompt> stored = new ArrayList<>(prompts.size());
                    for (NewPrompt prompt : prompts) {
                        stored.add(add(sql, prompt));
                    }
                    return stored;
                });
    }

    private static Prompt add(Sql sql, NewPrompt prompt) throws SQLException, CatalogException {
        String normalised = normalise(prompt.text());
        if (normalised.isEmpty()) {
            throw new CatalogException(
                    "An empty text is no prompt (source: " + prompt.source() + ").");
        }
        sql.update(
                """
                INSERT INTO prompts (text, normalised, source, added) VALUES (?, ?, ?, ?)
                ON CONFLICT (normalised) DO NOTHING
                """,
                prompt.text().strip(),
                normalised,
                prompt.source(),
                Instant.now());
        long id = sql.number("SELECT id FROM prompts WHERE normalised = ?", normalised);
        categorise(sql, id, prompt.categories());
        return sql.first(SELECT + "WHERE p.id = ?", PromptStore::prompt, id).orElseThrow();
    }

    public Optional<Prompt> find(long id) throws CatalogException {
        return database.read(
                "a prompt cannot be read",
                sql -> sql.first(SELECT + "WHERE p.id = ?", PromptStore::prompt, id));
    }

    /** The prompt of this text or of one that differs only in case, white space or Unicode form. */
    public Optional<Prompt> find(String text) throws CatalogException {
        return database.read(
                "a prompt cannot be read",
                sql ->
                        sql.first(
                                SELECT + "WHERE p.normalised = ?",
                                PromptStore::prompt,
                                normalise(text)));
    }

    /** Every prompt, oldest first. */
    public List<Prompt> all() throws CatalogException {
        return database.read(
                "the prompts cannot be read",
                sql -> sql.list(SELECT + "ORDER BY p.id", PromptStore::prompt));
    }

    /** The prompts of a category, oldest first. */
    public List<Prompt> ofCategory(String category) throws CatalogException {
        return database.read(
                "the prompts cannot be read",
                sql ->
                        sql.list(
                                SELECT
                                        + "JOIN prompt_categories c ON c.prompt_id = p.id AND c.category = ? ORDER BY p.id",
                                PromptStore::prompt,
                                category));
    }

    /**
     * Words a prompt anew; its number and categories stay.
     *
     * @throws CatalogException if pictures, pairs or rewritten versions were made from it, whose prompt this is, or if
     *     there is another prompt of these words
     */
    public void reword(long id, String text) throws CatalogException {
        String normalised = normalise(text);
        database.write(
                "the prompt cannot be changed",
                sql -> {
                    if (normalised.isEmpty()) {
                        throw new CatalogException("An empty text is no prompt.");
                    }
                    if (isUsed(sql, id)) {
                        throw new CatalogException(
                                "Pictures, pairs or rewritten versions were made from this prompt: add the other"
                                        + " wording as a new one.");
                    }
                    if (sql.number(
                                    "SELECT count(*) FROM prompts WHERE normalised = ? AND id <> ?",
                                    normalised,
                                    id)
                            > 0) {
                        throw new CatalogException("There is a prompt of these words already.");
                    }
                    sql.update(
                            "UPDATE prompts SET text = ?, normalised = ? WHERE id = ?",
                            text.strip(),
                            normalised,
                            id);
                    return null;
                });
    }

    /**
     * Removes prompts, in one transaction. Those that pictures, pairs or rewritten versions were made from stay.
     *
     * @return those that are gone
     */
    public List<Prompt> removeUnused(Collection<Long> ids) throws CatalogException {
        return database.write(
                "the prompts cannot be removed",
                sql -> {
                    List<Prompt> gone = new ArrayList<>();
                    for (long id : ids) {
                        Optional<Prompt> prompt =
                                sql.first(SELECT + "WHERE p.id = ?", PromptStore::prompt, id);
                        if (prompt.isPresent() && !isUsed(sql, id)) {
                            sql.update("DELETE FROM prompts WHERE id = ?", id);
                            gone.add(prompt.get());
                        }
                    }
                    return gone;
                });
    }

    private static boolean isUsed(Sql sql, long id) throws SQLException {
        return sql.number(
                        """
                        SELECT EXISTS (SELECT 1 FROM images WHERE prompt_id = ?1)
                            OR EXISTS (SELECT 1 FROM tuples WHERE prompt_id = ?1)
                            OR EXISTS (SELECT 1 FROM prompt_rewrites WHERE prompt_id = ?1)
                        """,
                        id)
                > 0;
    }

    /** Replaces a prompt's categories. */
    public void label(long id, Set<String> categories) throws CatalogException {
        database.write(
                "the categories cannot be stored",
                sql -> {
                    sql.update("DELETE FROM prompt_categories WHERE prompt_id = ?", id);
                    categorise(sql, id, categories);
                    return null;
                });
    }

    /** Replaces a prompt's categories, and says how sure they are. */
    public void label(long id, PromptLabel label) throws CatalogException {
        labelAll(Map.of(id, label));
    }

    /** As {@link #label(long, PromptLabel)} for each prompt by number, in one transaction. */
    public void labelAll(Map<Long, PromptLabel> labels) throws CatalogException {
        database.write(
                "the categories cannot be stored",
                sql -> {
                    for (Map.Entry<Long, PromptLabel> each : labels.entrySet()) {
                        PromptLabel label = each.getValue();
                        sql.update(
                                "DELETE FROM prompt_categories WHERE prompt_id = ?", each.getKey());
                        categorise(sql, each.getKey(), label.categories());
                        sql.update(
                                """
                                INSERT INTO prompt_labels (prompt_id, confidence, labeller, labelled) VALUES (?, ?, ?, ?)
                                ON CONFLICT (prompt_id) DO UPDATE SET confidence = excluded.confidence,
                                    labeller = excluded.labeller, labelled = excluded.labelled
                                """,
                                each.getKey(),
                                label.confidence(),
                                label.labeller(),
                                Instant.now());
                    }
                    return null;
                });
    }

    /** How sure each prompt's categories are, by its number; those that nobody labelled are absent. */
    public Map<Long, PromptLabel> labels() throws CatalogException {
        return database.read(
                "the categories cannot be read",
                sql -> {
                    Map<Long, PromptLabel> labels = new LinkedHashMap<>();
                    sql.list(
                                    """
                                    SELECT l.prompt_id, l.confidence, l.labeller,
                                           (SELECT group_concat(category, char(31)) FROM prompt_categories c
                                            WHERE c.prompt_id = l.prompt_id) AS categories
                                    FROM prompt_labels l ORDER BY l.prompt_id
                                    """,
                                    row ->
                                            Map.entry(
                                                    row.integer("prompt_id"),
                                                    new PromptLabel(
                                                            categories(row),
                                                            row.real("confidence"),
                                                            row.text("labeller"))))
                            .forEach(entry -> labels.put(entry.getKey(), entry.getValue()));
                    return labels;
                });
    }

    /** Keeps versions of a prompt; one of the same kind, strength, writer and seed is replaced. */
    public void addRewrites(long id, Collection<PromptRewrite> rewrites) throws CatalogException {
        database.write(
                "the versions of a prompt cannot be stored",
                sql -> {
                    for (PromptRewrite rewrite : rewrites) {
                        sql.update(
                                """
                                INSERT INTO prompt_rewrites
                                    (prompt_id, kind, strength, text, change, writer, seed, written)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (prompt_id, kind, strength, writer, seed)
                                DO UPDATE SET text = excluded.text, change = excluded.change, written = excluded.written
                                """,
                                id,
                                rewrite.kind(),
                                rewrite.strength(),
                                rewrite.text(),
                                rewrite.change(),
                                rewrite.writer(),
                                rewrite.seed(),
                                Instant.now());
                    }
                    return null;
                });
    }

    /** The versions of a prompt, in the order they were first written. */
    public List<PromptRewrite> rewrites(long id) throws CatalogException {
        return database.read(
                "the versions of a prompt cannot be read",
                sql ->
                        sql.list(
                                """
                                SELECT kind, strength, text, change, writer, seed FROM prompt_rewrites
                                WHERE prompt_id = ? ORDER BY id
                                """,
                                PromptStore::rewrite,
                                id));
    }

    /** All versions, by the text of their prompt as {@link #normalise} makes it. */
    public Map<String, List<PromptRewrite>> rewrites() throws CatalogException {
        return database.read(
                "the versions of prompts cannot be read",
                sql -> {
                    Map<String, List<PromptRewrite>> rewrites = new LinkedHashMap<>();
                    sql.list(
                                    """
                                    SELECT p.normalised, r.kind, r.strength, r.text, r.change, r.writer, r.seed
                                    FROM prompt_rewrites r JOIN prompts p ON p.id = r.prompt_id ORDER BY r.id
                                    """,
                                    row -> Map.entry(row.text("normalised"), rewrite(row)))
                            .forEach(
                                    entry ->
                                            rewrites.computeIfAbsent(
                                                            entry.getKey(),
                                                            key -> new ArrayList<>())
                                                    .add(entry.getValue()));
                    return rewrites;
                });
    }

    private static PromptRewrite rewrite(Columns row) throws SQLException {
        return new PromptRewrite(
                row.text("kind"),
                row.real("strength"),
                row.text("text"),
                row.text("change"),
                row.text("writer"),
                row.integer("seed"));
    }

    public long count() throws CatalogException {
        return database.read(
                "the prompts cannot be counted", sql -> sql.number("SELECT count(*) FROM prompts"));
    }

    private static void categorise(Sql sql, long id, Set<String> categories) throws SQLException {
        sql.updateAll(
                "INSERT INTO prompt_categories (prompt_id, category) VALUES (?, ?) ON CONFLICT DO NOTHING",
                categories.stream().map(category -> new Object[] {id, category}).toList());
    }

    static Prompt prompt(Columns row) throws SQLException {
        return new Prompt(row.integer("id"), row.text("text"), row.text("source"), categories(row));
    }

    private static Set<String> categories(Columns row) throws SQLException {
        return row.optionalText("categories")
                .map(joined -> Set.of(joined.split("\u001f")))
                .orElse(Set.of());
    }
}
