package eliq.catalog;

import static eliq.catalog.CatalogSamples.WHEN;
import static eliq.catalog.CatalogSamples.hash;
import static eliq.catalog.CatalogSamples.image;
import static eliq.catalog.CatalogSamples.score;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records in, the same records out: models, runs, embeddings, scores and ratings. Other stores have their own tests. */
class StoresTest extends OpenCatalog {
    @Test
    void modelsAreFoundByIdentityAndByNewestName() throws CatalogException {
        ModelStore models = catalog.models();
        ModelRecord older = model("a1", Optional.empty(), WHEN);
        ModelRecord newer = model("b2", Optional.of("base"), WHEN.plusSeconds(1));
        models.save(newer);
        models.save(older);

        assertEquals(Optional.of(older), models.find(ModelRecord.Kind.SCORER, "a1"));
        assertEquals(Optional.of(newer), models.findByName(ModelRecord.Kind.SCORER, "nano"));
        assertEquals(List.of(newer, older), models.ofKind(ModelRecord.Kind.SCORER));
        assertEquals(List.of(), models.ofKind(ModelRecord.Kind.BACKBONE));

        models.remove(ModelRecord.Kind.SCORER, "b2");
        assertEquals(Optional.empty(), models.find(ModelRecord.Kind.SCORER, "b2"));
    }

    private static ModelRecord model(
            String identity, Optional<String> base, java.time.Instant added) {
        return new ModelRecord(
                ModelRecord.Kind.SCORER,
                "nano",
                Path.of("models", "nano"),
                identity,
                base,
                "{\"size\":3}",
                added);
    }

    @Test
    void aRunKeepsItsParametersMetricsAndCheckpoints() throws CatalogException {
        RunStore runs = catalog.runs();
        RunRecord run =
                runs.begin("train", "{\"seed\":3}", "eliq 0.1.0", Path.of("runs", "x.jsonl"));
        assertEquals(RunRecord.State.RUNNING, run.state());
        assertEquals(Optional.empty(), run.ended());
        assertEquals(Optional.of(run), runs.find(run.id()));

        runs.record(
                run.id(), List.of(new MetricPoint("loss", 2, 0.5), new MetricPoint("loss", 1, 1)));
        runs.record(
                run.id(), List.of(new MetricPoint("loss", 2, 0.25), new MetricPoint("lr", 1, 0)));
        assertEquals(
                List.of(new MetricPoint("loss", 1, 1), new MetricPoint("loss", 2, 0.25)),
                runs.series(run.id(), "loss"));
        assertEquals(List.of("loss", "lr"), runs.metrics(run.id()));

        Checkpoint kept = new Checkpoint(run.id(), 20, Path.of("runs", "x", "20"), true, WHEN);
        Checkpoint gone = new Checkpoint(run.id(), 10, Path.of("runs", "x", "10"), false, WHEN);
        runs.save(kept);
        runs.save(new Checkpoint(run.id(), 10, Path.of("elsewhere"), true, WHEN));
        runs.save(gone);
        assertEquals(List.of(gone, kept), runs.checkpoints(run.id()));

        runs.setState(run.id(), RunRecord.State.DONE);
        RunRecord ended = runs.find(run.id()).orElseThrow();
        assertEquals(RunRecord.State.DONE, ended.state());
        assertTrue(Duration.between(run.started(), ended.ended().orElseThrow()).toSeconds() < 60);
        runs.setState(run.id(), RunRecord.State.RUNNING);
        assertEquals(Optional.empty(), runs.find(run.id()).orElseThrow().ended());
    }

    @Test
    void runsAreListedNewestFirst() throws CatalogException {
        RunStore runs = catalog.runs();
        RunRecord a = runs.begin("train", "{}", "eliq", Path.of("a"));
        RunRecord b = runs.begin("score", "{}", "eliq", Path.of("b"));
        assertEquals(List.of(b, a), runs.recent(Optional.empty(), 10));
        assertEquals(List.of(b), runs.recent(Optional.empty(), 1));
        assertEquals(List.of(a), runs.recent(Optional.of("train"), 10));

        runs.record(a.id(), List.of(new MetricPoint("loss", 1, 1)));
        runs.remove(a.id());
        assertEquals(List.of(b), runs.recent(Optional.empty(), 10));
        assertEquals(List.of(), runs.series(a.id(), "loss"));
    }

    @Test
    void aValueThatIsNoNumberIsRefused() throws CatalogException {
        RunRecord run = catalog.runs().begin("train", "{}", "eliq", Path.of("a"));
        CatalogException e =
                assertThrows(
                        CatalogException.class,
                        () ->
                                catalog.runs()
                                        .record(
                                                run.id(),
                                                List.of(new MetricPoint("loss", 1, Double.NaN))));
        assertTrue(e.getMessage().contains("NaN is not a number"), e.getMessage());
    }

    @Test
    void embeddingsComeBackToTheBit() throws CatalogException {
        EmbeddingKey key = new EmbeddingKey(hash("image"), hash("text"), "nano:abc");
        float[] hidden = {1.5f, -0f, Float.MIN_VALUE, 3.4e38f};
        float[] words = {-0.25f, -7};
        catalog.embeddings()
                .saveAll(List.of(new Embedding(key, hidden, 1e-9, 0.25, Optional.of(words))));

        Embedding found = catalog.embeddings().find(key).orElseThrow();
        assertArrayEquals(hidden, found.hidden());
        assertEquals(1e-9, found.low());
        assertEquals(0.25, found.high());
        assertArrayEquals(words, found.words().orElseThrow());
        EmbeddingKey other = new EmbeddingKey(hash("image"), hash("text"), "nano:def");
        assertEquals(Optional.empty(), catalog.embeddings().find(other));
        assertEquals(Set.of(key), catalog.embeddings().findAll(List.of(key, other)).keySet());

        catalog.embeddings().saveAll(List.of(new Embedding(key, new float[] {9}, 0, 1)));
        assertArrayEquals(new float[] {9}, catalog.embeddings().find(key).orElseThrow().hidden());
        assertEquals(Optional.empty(), catalog.embeddings().find(key).orElseThrow().words());
        assertEquals(1, catalog.embeddings().count("nano:abc"));
        assertEquals(1, catalog.embeddings().drop("nano:abc"));
        assertEquals(Map.of(), catalog.embeddings().findAll(List.of(key)));
    }

    @Test
    void scoresAreKeptPerPromptAndTheNewestIsShown() throws CatalogException {
        catalog.images().add(image("a"));
        Score plain = score("a", "nano", 1.5, OptionalDouble.empty());
        Score prompted = score("a", "nano", 1.25, OptionalDouble.of(-2));
        catalog.scores().saveAll(List.of(plain, prompted));

        assertEquals(
                Optional.of(plain), catalog.scores().find(hash("a"), "nano", Optional.empty()));
        assertEquals(
                Optional.of(prompted),
                catalog.scores().find(hash("a"), "nano", Optional.of("a red cup")));
        assertEquals(List.of(prompted), catalog.scores().ofScorer("nano"));
        assertEquals(List.of(prompted, plain), catalog.scores().ofImage(hash("a")));

        catalog.scores().saveAll(List.of(plain));
        assertEquals(List.of(plain), catalog.scores().ofScorer("nano"));
        assertEquals(2, catalog.scores().ofImage(hash("a")).size());
    }

    @Test
    void aScoreOfAnUnknownImageIsRefused() {
        CatalogException e =
                assertThrows(
                        CatalogException.class,
                        () ->
                                catalog.scores()
                                        .saveAll(
                                                List.of(
                                                        score(
                                                                "ghost",
                                                                "nano",
                                                                1,
                                                                OptionalDouble.empty()))));
        assertTrue(e.getMessage().endsWith("is not in the catalogue; import it first."));
    }

    @Test
    void ratingsAreKeptByDataSet() throws CatalogException {
        catalog.images().addAll(List.of(image("a"), image("b")));
        Rating a =
                new Rating(
                        "agiqa",
                        hash("a"),
                        "quality",
                        3.5,
                        OptionalDouble.of(0.5),
                        OptionalInt.of(21));
        Rating b =
                new Rating(
                        "agiqa",
                        hash("b"),
                        "quality",
                        1.5,
                        OptionalDouble.empty(),
                        OptionalInt.empty());
        catalog.ratings().saveAll(List.of(b, a));

        assertEquals(List.of(a, b), catalog.ratings().ofDataset("agiqa", "quality"));
        assertEquals(List.of(a), catalog.ratings().ofImage(hash("a")));
        assertEquals(List.of("agiqa"), catalog.ratings().datasets());
        assertEquals(2, catalog.ratings().remove("agiqa"));
        assertEquals(List.of(), catalog.ratings().datasets());
    }
}
