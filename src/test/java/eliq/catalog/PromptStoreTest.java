package eliq.catalog;

import static eliq.catalog.CatalogSamples.hash;
import static eliq.catalog.CatalogSamples.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Prompts, their labels and their versions: one of each, however it is written. */
class PromptStoreTest extends OpenCatalog {
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
}
