package eliq.prompts;

import static eliq.prompts.ChatServer.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.PromptStore.NewPrompt;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelPromptsJobTest {
    private static final String CLEAR = "A bowl of soup and a loaf of bread";
    private static final String STRANGE = "gordon freeman in hev suit";
    private static final String MOOD = "melancholy";

    @TempDir Path folder;
    private final ChatServer server = new ChatServer();
    private Catalog catalog;
    private LabelPromptsJob job;
    private JobRunner runner;

    @BeforeEach
    void open() throws Exception {
        catalog = Catalog.open(folder);
        job = new LabelPromptsJob(catalog, Map.of());
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
        catalog.prompts()
                .addAll(
                        List.of(
                                NewPrompt.of(CLEAR, "t"),
                                NewPrompt.of(STRANGE, "t"),
                                NewPrompt.of(MOOD, "t"),
                                new NewPrompt("something odd", "t", Set.of("Events"))));
    }

    @AfterEach
    void close() throws CatalogException {
        server.close();
        runner.close();
        catalog.close();
    }

    private LabelledPrompts run(LabelPrompts parameters) throws Exception {
        JobOutcome<LabelledPrompts> outcome = runner.run(job, parameters);
        return (LabelledPrompts) assertInstanceOf(JobOutcome.Done.class, outcome).result();
    }

    private LabelPrompts asking(List<String> prompts) {
        return LabelPrompts.byRules(prompts)
                .asking(
                        ChatSettings.of("test-model", Map.of()).withBaseUrl(server.baseUrl()),
                        Budget.unlimited());
    }

    private Set<String> stored(String text) throws CatalogException {
        return catalog.prompts().find(text).orElseThrow().categories();
    }

    @Test
    void withoutALanguageModelWhatIsUncertainStaysMarkedSo() throws Exception {
        LabelledPrompts result = run(LabelPrompts.byRules(List.of()));
        assertEquals(1, result.certain());
        assertEquals(2, result.uncertain());
        assertEquals(0, result.requests());
        assertEquals(Set.of("Food"), stored(CLEAR));
        long clear = catalog.prompts().find(CLEAR).orElseThrow().id();
        long mood = catalog.prompts().find(MOOD).orElseThrow().id();
        assertTrue(catalog.prompts().labels().get(clear).confidence() >= CategoryLabels.CERTAIN);
        assertTrue(catalog.prompts().labels().get(mood).confidence() < CategoryLabels.CERTAIN);
        // A person's own categories are left alone.
        assertEquals(Set.of("Events"), stored("something odd"));
    }

    @Test
    void onlyUncertainPromptsAreAskedAbout() throws Exception {
        server.first(
                says(
                        "{\"labels\": [{\"n\": 1, \"categories\": [\"People & Activities\"], \"sure\": true},"
                                + " {\"n\": 2, \"categories\": [], \"sure\": false}]}"));
        LabelledPrompts result = run(asking(List.of()));
        assertEquals(1, server.questions().size());
        String question = ChatServer.said(server.questions().getFirst());
        assertTrue(question.contains("1. " + STRANGE) && question.contains("2. " + MOOD), question);
        assertFalse(question.contains(CLEAR), question);
        assertEquals(2, result.certain());
        assertEquals(2, result.byModel());
        assertEquals(Set.of("People & Activities"), stored(STRANGE));
        assertEquals("test-model", result.read().get(1).labels().labeller());
        // Asked again, only the one that even the model is not sure of is open.
        assertEquals(1, run(LabelPrompts.byRules(List.of())).uncertain());
    }

    @Test
    void answersThatCannotBeReadAreAskedForOnceMore() throws Exception {
        server.first(
                says("Prompt 1 shows a person, prompt 2 shows a feeling."),
                says(
                        "{'labels': [{'n': 1, 'categories': ['people and activities']}, {'n': 2, 'categories': ['Feelings']}, {'n'"));
        LabelledPrompts result = run(asking(List.of(STRANGE, MOOD)));
        assertEquals(2, server.questions().size());
        assertEquals(1, result.byModel());
        assertEquals(
                List.of(Category.PEOPLE_AND_ACTIVITIES),
                result.read().get(0).labels().categories());
        assertFalse(result.read().get(1).labels().certain());
    }

    @Test
    void promptsOfAFileNeedNotLiveInTheWorkspace() throws Exception {
        LabelledPrompts result =
                run(
                        LabelPrompts.byRules(
                                List.of("two dogs in the snow", CLEAR, "two dogs in the snow")));
        assertEquals(2, result.read().size());
        assertEquals(4, catalog.prompts().count());
        assertEquals(Set.of("Food"), stored(CLEAR));
    }
}
