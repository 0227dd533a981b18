package eliq.catalog;

import static eliq.catalog.CatalogSamples.WHEN;
import static eliq.catalog.CatalogSamples.hash;
import static eliq.catalog.CatalogSamples.image;
import static eliq.catalog.CatalogSamples.score;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records in, the same records out, for every store but those of images and jobs, which have their own tests. */
class StoresTest {
    @TempDir Path folder;
    private Catalog catalog;

    @BeforeEach
    void open() throws CatalogException {
        catalog = Catalog.open(folder);
    }

    @AfterEach
    void close() throws CatalogException {
        assertEquals(List.of(), catalog.check());
        catalog.close();
    }

    @Test
    void aPromptIsOneWhateverItsCaseAndWhiteSpace() throws CatalogException {
        PromptStore prompts = catalog.prompts();
        Prompt first =
                prompts.add(
                        new PromptStore.NewPrompt(
                                "A red  cup\non a table ", "llm", Set.of("Food")));
        Prompt again =
                prompts.add(
                        new PromptStore.NewPrompt(
                                "a RED cup on a table", "file.csv", Set.of("Indoor Scenes")));

        assertEquals("A red  cup\non a table", first.text());
        assertEquals(first.id(), again.id());
        assertEquals("llm", again.source());
        assertEquals(Set.of("Food", "Indoor Scenes"), again.categories());
        assertEquals(1, prompts.count());
        assertEquals(Optional.of(again), prompts.find(first.id()));
        assertEquals(Optional.of(again), prompts.find(" a red CUP on a table"));
        assertEquals(Optional.empty(), prompts.find("a blue cup"));
    }

    @Test
    void aPromptThatNothingWasMadeFromIsWordedAnewOrRemovedAndAnyOtherStays()
            throws CatalogException {
        PromptStore prompts = catalog.prompts();
        Prompt free =
                prompts.add(new PromptStore.NewPrompt("A red cup", "by hand", Set.of("Food")));
        Prompt drawn = prompts.add(PromptStore.NewPrompt.of("A green hill", "by hand"));
        long set = catalog.tuples().createSet("first", "{}").id();
        catalog.images().add(image("hill"));
        catalog.tuples()
                .addAll(set, List.of(new NewTuple(drawn.id(), hash("hill"), "painter", List.of())));

        prompts.reword(free.id(), " A blue cup ");
        assertEquals("A blue cup", prompts.find(free.id()).orElseThrow().text());
        assertEquals(Set.of("Food"), prompts.find("a BLUE cup").orElseThrow().categories());
        assertEquals(Optional.empty(), prompts.find("A red cup"));
        assertThrows(CatalogException.class, () -> prompts.reword(free.id(), "a green hill"));
        assertThrows(CatalogException.class, () -> prompts.reword(free.id(), " "));
        assertThrows(CatalogException.class, () -> prompts.reword(drawn.id(), "A brown hill"));

        assertEquals(
                List.of("A blue cup"),
                prompts.removeUnused(List.of(free.id(), drawn.id(), 99L)).stream()
                        .map(Prompt::text)
                        .toList());
        assertEquals(List.of("A green hill"), prompts.all().stream().map(Prompt::text).toList());
    }

    @Test
    void labelsOfPromptsAreKeptWithHowSureTheyAre() throws CatalogException {
        PromptStore prompts = catalog.prompts();
        long soup = prompts.add(PromptStore.NewPrompt.of("soup", "x.csv")).id();
        prompts.add(PromptStore.NewPrompt.of("bread", "x.csv"));
        prompts.label(soup, new PromptLabel(Set.of("Food", "Events"), 0.75, "rules"));
        assertEquals(
                Map.of(soup, new PromptLabel(Set.of("Food", "Events"), 0.75, "rules")),
                prompts.labels());
        prompts.label(soup, new PromptLabel(Set.of(), 0.5, "a model"));
        assertEquals(Map.of(soup, new PromptLabel(Set.of(), 0.5, "a model")), prompts.labels());
        assertEquals(Set.of(), prompts.find(soup).orElseThrow().categories());
    }

    @Test
    void versionsOfPromptsAreKeptAndReplacedByTheirKindStrengthWriterAndSeed()
            throws CatalogException {
        PromptStore prompts = catalog.prompts();
        long soup = prompts.add(PromptStore.NewPrompt.of("Hot  soup", "x.csv")).id();
        PromptRewrite one = new PromptRewrite("object", 1, "hot tea", "soup -> tea", "rules", 1);
        PromptRewrite other =
                new PromptRewrite("object", 1, "hot milk", "soup -> milk", "rules", 2);
        prompts.addRewrites(soup, List.of(one, other));
        PromptRewrite better = new PromptRewrite("object", 1, "hot stew", "", "rules", 1);
        prompts.addRewrites(soup, List.of(better));
        assertEquals(List.of(better, other), prompts.rewrites(soup));
        assertEquals(Map.of("hot soup", List.of(better, other)), prompts.rewrites());
    }

    @Test
    void promptsAreListedByCategoryAndRelabelled() throws CatalogException {
        PromptStore prompts = catalog.prompts();
        List<Prompt> added =
                prompts.addAll(
                        List.of(
                                new PromptStore.NewPrompt("soup", "llm", Set.of("Food")),
                                PromptStore.NewPrompt.of("a street", "llm"),
                                new PromptStore.NewPrompt("bread", "llm", Set.of("Food"))));

        assertEquals(
                List.of("soup", "a street", "bread"),
                prompts.all().stream().map(Prompt::text).toList());
        assertEquals(
                List.of("soup", "bread"),
                prompts.ofCategory("Food").stream().map(Prompt::text).toList());

        prompts.label(added.get(0).id(), Set.of("Events"));
        assertEquals(Set.of("Events"), prompts.find("soup").orElseThrow().categories());
        assertEquals(
                List.of("bread"), prompts.ofCategory("Food").stream().map(Prompt::text).toList());
    }

    @Test
    void anEmptyTextIsNoPrompt() {
        CatalogException e =
                assertThrows(
                        CatalogException.class,
                        () -> catalog.prompts().add(PromptStore.NewPrompt.of(" \n", "x.csv")));
        assertEquals("An empty text is no prompt (source: x.csv).", e.getMessage());
    }

    @Test
    void aTupleKeepsItsNegativesWithTheirRecipes() throws CatalogException {
        Tuple tuple = storedTuple();

        assertEquals("a red cup", tuple.prompt().text());
        assertEquals(hash("positive"), tuple.positive());
        assertEquals("painter", tuple.generator());
        assertEquals(2, tuple.negatives().size());
        Negative noisy = tuple.negatives(Aspect.TECHNICAL).getFirst();
        assertEquals(
                new Negative(
                        noisy.id(),
                        new Recipe(
                                Aspect.TECHNICAL,
                                Family.CONVENTIONAL,
                                "jpeg-noise",
                                "{\"quality\":8}",
                                Long.MIN_VALUE,
                                0.75),
                        new NegativeContent.Image(hash("noisy")),
                        Verdict.NONE,
                        ""),
                noisy);
        Negative shuffled = tuple.negatives(Aspect.ALIGNMENT).getFirst();
        assertEquals(new NegativeContent.WrongPrompt("a blue dog"), shuffled.content());
        assertEquals(Family.AI_SPECIFIC, shuffled.recipe().family());
    }

    @Test
    void aVerdictIsKept() throws CatalogException {
        Negative negative = storedTuple().negatives().getFirst();
        catalog.tuples().judge(negative.id(), Verdict.REJECTED, "barely visible");

        TupleSet set = catalog.tuples().findSet("first").orElseThrow();
        Negative judged = catalog.tuples().all(set.id()).getFirst().negatives().getFirst();
        assertEquals(Verdict.REJECTED, judged.verdict());
        assertEquals("barely visible", judged.note());
        assertThrows(
                CatalogException.class, () -> catalog.tuples().judge(999, Verdict.ACCEPTED, ""));
    }

    @Test
    void trainingSeesNothingThatAPersonRejected() throws CatalogException {
        Tuple tuple = storedTuple();
        TupleSet set = catalog.tuples().findSet("first").orElseThrow();
        catalog.tuples()
                .judge(tuple.negatives().getFirst().id(), Verdict.REJECTED, "barely visible");
        Tuple left = catalog.tuples().forTraining(set.id()).getFirst();
        assertEquals(tuple.negatives().subList(1, 2), left.negatives());
        assertEquals(2, catalog.tuples().all(set.id()).getFirst().negatives().size());

        catalog.tuples().judgePositive(tuple.id(), Verdict.REJECTED, "six fingers");
        assertEquals(List.of(), catalog.tuples().forTraining(set.id()));
        Tuple kept = catalog.tuples().all(set.id()).getFirst();
        assertEquals(Verdict.REJECTED, kept.verdict());
        assertEquals("six fingers", kept.note());
        catalog.tuples().judgePositive(tuple.id(), Verdict.NONE, "");
        assertEquals(1, catalog.tuples().forTraining(set.id()).size());
    }

    @Test
    void setsAreFoundByTheirEra() throws CatalogException {
        TupleSet old = catalog.tuples().createSet("old", "{}", "2024", OptionalLong.empty());
        TupleSet anew = catalog.tuples().createSet("new", "{}", "2026", OptionalLong.of(old.id()));
        assertEquals(List.of(anew), catalog.tuples().ofEra("2026"));
        assertEquals(OptionalLong.of(old.id()), anew.refreshes());
        catalog.tuples().deleteSet(old.id());
        assertTrue(catalog.tuples().findSet("new").orElseThrow().refreshes().isEmpty());
    }

    @Test
    void aDrawingIsFoundByWhatWasAskedForAndByItsImage() throws CatalogException {
        Drawing drawing =
                new Drawing(
                        hash("request"),
                        hash("picture"),
                        "comfyui/x",
                        "{\"seed\":7}",
                        "{\"model\":\"x.safetensors\"}",
                        4096,
                        java.time.Duration.ofMillis(1500),
                        java.time.Instant.parse("2026-11-25T12:00:00.000001Z"));
        assertTrue(catalog.drawings().find(drawing.identity()).isEmpty());
        catalog.drawings().add(image("picture"), drawing);
        catalog.drawings().add(image("picture"), drawing);
        assertEquals(drawing, catalog.drawings().find(drawing.identity()).orElseThrow());
        assertEquals(List.of(drawing), catalog.drawings().of(hash("picture")));
        assertEquals(List.of(drawing), catalog.drawings().recent("comfyui/x", 5));
        catalog.images().remove(hash("picture"));
        assertTrue(catalog.drawings().find(drawing.identity()).isEmpty());
    }

    @Test
    void aRepeatedTupleReplacesTheFirstOne() throws CatalogException {
        storedTuple();
        TupleSet set = catalog.tuples().findSet("first").orElseThrow();
        Prompt prompt = catalog.prompts().find("a red cup").orElseThrow();
        catalog.tuples()
                .addAll(
                        set.id(),
                        List.of(new NewTuple(prompt.id(), hash("positive"), "painter", List.of())));

        assertEquals(1, catalog.tuples().findSet("first").orElseThrow().tuples());
        assertEquals(List.of(), catalog.tuples().all(set.id()).getFirst().negatives());
    }

    @Test
    void tuplesArePagedInTheirOrder() throws CatalogException {
        TupleSet set = catalog.tuples().createSet("many", "{}");
        catalog.images().add(image("positive"));
        for (int i = 0; i < 5; i++) {
            Prompt prompt = catalog.prompts().add(PromptStore.NewPrompt.of("prompt " + i, "test"));
            catalog.tuples()
                    .addAll(
                            set.id(),
                            List.of(new NewTuple(prompt.id(), hash("positive"), "g", List.of())));
        }

        List<Tuple> page = catalog.tuples().page(set.id(), 1, 2);
        assertEquals(
                List.of("prompt 1", "prompt 2"),
                page.stream().map(tuple -> tuple.prompt().text()).toList());
        assertEquals(5, catalog.tuples().all(set.id()).size());
    }

    @Test
    void aSetsNameIsItsOwnAndItsTuplesGoWithIt() throws CatalogException {
        storedTuple();
        TupleSet set = catalog.tuples().findSet("first").orElseThrow();
        assertEquals("{\"seed\":1}", set.parameters());
        assertEquals(List.of(set), catalog.tuples().sets());
        CatalogException e =
                assertThrows(
                        CatalogException.class, () -> catalog.tuples().createSet("first", "{}"));
        assertTrue(e.getMessage().contains("'first' already"), e.getMessage());

        CatalogException inUse =
                assertThrows(
                        CatalogException.class, () -> catalog.images().remove(hash("positive")));
        assertTrue(inUse.getMessage().contains("delete the tuple set first"), inUse.getMessage());
        catalog.tuples().deleteSet(set.id());
        assertEquals(List.of(), catalog.tuples().sets());
        catalog.images().remove(hash("positive"));
        assertFalse(catalog.images().contains(hash("positive")));
    }

    @Test
    void aTupleOfAnUnknownImageStoresNothing() throws CatalogException {
        TupleSet set = catalog.tuples().createSet("first", "{}");
        Prompt prompt = catalog.prompts().add(PromptStore.NewPrompt.of("a red cup", "test"));
        catalog.images().add(image("known"));
        List<NewTuple> tuples =
                List.of(
                        new NewTuple(prompt.id(), hash("known"), "g", List.of()),
                        new NewTuple(prompt.id(), hash("unknown"), "g", List.of()));

        CatalogException e =
                assertThrows(
                        CatalogException.class, () -> catalog.tuples().addAll(set.id(), tuples));
        assertTrue(e.getMessage().contains("import it first"), e.getMessage());
        assertEquals(0, catalog.tuples().findSet("first").orElseThrow().tuples());
    }

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
        catalog.embeddings().saveAll(List.of(new Embedding(key, hidden, 1e-9, 0.25)));

        Embedding found = catalog.embeddings().find(key).orElseThrow();
        assertArrayEquals(hidden, found.hidden());
        assertEquals(1e-9, found.low());
        assertEquals(0.25, found.high());
        EmbeddingKey other = new EmbeddingKey(hash("image"), hash("text"), "nano:def");
        assertEquals(Optional.empty(), catalog.embeddings().find(other));
        assertEquals(Set.of(key), catalog.embeddings().findAll(List.of(key, other)).keySet());

        catalog.embeddings().saveAll(List.of(new Embedding(key, new float[] {9}, 0, 1)));
        assertArrayEquals(new float[] {9}, catalog.embeddings().find(key).orElseThrow().hidden());
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

    private Tuple storedTuple() throws CatalogException {
        catalog.images().addAll(List.of(image("positive"), image("noisy")));
        Prompt prompt = catalog.prompts().add(PromptStore.NewPrompt.of("a red cup", "test"));
        TupleSet set = catalog.tuples().createSet("first", "{\"seed\":1}");
        NewTuple.NewNegative noisy =
                new NewTuple.NewNegative(
                        new Recipe(
                                Aspect.TECHNICAL,
                                Family.CONVENTIONAL,
                                "jpeg-noise",
                                "{\"quality\":8}",
                                Long.MIN_VALUE,
                                0.75),
                        new NegativeContent.Image(hash("noisy")));
        NewTuple.NewNegative shuffled =
                new NewTuple.NewNegative(
                        new Recipe(Aspect.ALIGNMENT, Family.AI_SPECIFIC, "swap", "{}", 4, 1),
                        new NegativeContent.WrongPrompt("a blue dog"));
        List<Long> ids =
                catalog.tuples()
                        .addAll(
                                set.id(),
                                List.of(
                                        new NewTuple(
                                                prompt.id(),
                                                hash("positive"),
                                                "painter",
                                                List.of(noisy, shuffled))));
        Tuple tuple = catalog.tuples().all(set.id()).getFirst();
        assertEquals(ids.getFirst(), tuple.id());
        return tuple;
    }
}
