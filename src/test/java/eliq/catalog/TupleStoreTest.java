package eliq.catalog;

import static eliq.catalog.CatalogSamples.hash;
import static eliq.catalog.CatalogSamples.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Tuples with their negatives, as they were made and as people judged them. */
class TupleStoreTest extends OpenCatalog {
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
