package eliq.prompts;

import static eliq.prompts.ChatServer.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.PromptRewrite;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewritePromptsJobTest {
    private static final String PROMPT = "A brown dog sleeping on a red sofa";

    @TempDir Path folder;
    private final ChatServer server = new ChatServer();
    private Catalog catalog;
    private RewritePromptsJob job;
    private JobRunner runner;

    @BeforeEach
    void open() throws Exception {
        catalog = Catalog.open(folder);
        job = new RewritePromptsJob(catalog, Map.of());
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
    }

    @AfterEach
    void close() throws CatalogException {
        server.close();
        assertEquals(List.of(), catalog.check());
        runner.close();
        catalog.close();
    }

    private RewrittenPrompts run(List<String> prompts, boolean model, Budget budget)
            throws Exception {
        Optional<ChatSettings> chat =
                model
                        ? Optional.of(
                                ChatSettings.of("test-model", Map.of())
                                        .withBaseUrl(server.baseUrl()))
                        : Optional.empty();
        JobOutcome<RewrittenPrompts> outcome =
                runner.run(
                        job,
                        new RewritePrompts(
                                prompts,
                                "t",
                                List.of(RewriteKind.values()),
                                List.of(0.6),
                                1,
                                chat,
                                budget));
        return (RewrittenPrompts) assertInstanceOf(JobOutcome.Done.class, outcome).result();
    }

    private PromptRewrite stored(String kind) throws CatalogException {
        long id = catalog.prompts().find(PROMPT).orElseThrow().id();
        return catalog.prompts().rewrites(id).stream()
                .filter(r -> r.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rulesAloneWriteWhatTheyCanAndNothingTwice() throws Exception {
        RewrittenPrompts result = run(List.of(PROMPT, PROMPT), false, Budget.unlimited());
        assertEquals(1, result.prompts());
        assertEquals(7, result.byRules());
        assertEquals(1, result.impossible());
        assertEquals("rules", stored("object").writer());
        RewrittenPrompts again = run(List.of(PROMPT), false, Budget.unlimited());
        assertEquals(0, again.byRules());
        assertEquals(result.written(), again.written());
    }

    @Test
    void aModelsVersionsAreCheckedAndCompletedByRules() throws Exception {
        server.first(
                says(
                        """
                        Here are the versions:
                        {"versions": [
                          {"kind": "object", "text": "A brown cat sleeping on a red sofa", "change": "dog -> cat"},
                          {"kind": "attribute", "text": "A brown dog sleeping on a red sofa", "change": "none"},
                          {"kind": "scene", "text": "Stock markets fell on Tuesday", "change": "all"},
                          {"kind": "mood", "text": "A sad brown dog sleeping on a red sofa", "change": "sad"},
                          {"kind": "degraded", "text": "A blurry, grainy photo of a brown dog sleeping on a red sofa", "change": "blur, grain"},
                        """),
                says(
                        "{\"versions\": [{\"kind\": \"attribute\", \"text\": \"A brown dog sleeping on a green sofa\", \"change\": \"red -> green\"}]}"));
        RewrittenPrompts result = run(List.of(PROMPT), true, Budget.unlimited());
        assertEquals(2, server.questions().size());
        assertTrue(ChatServer.said(server.questions().get(1)).contains("attribute"));
        assertEquals("A brown cat sleeping on a red sofa", stored("object").text());
        assertEquals("A brown dog sleeping on a green sofa", stored("attribute").text());
        assertEquals("test-model", stored("degraded").writer());
        assertEquals(0.6, stored("degraded").strength());
        // Spoiled, count, relation and action the model left out; of the scene nothing is said at
        // all.
        assertEquals("rules", stored("spoiled").writer());
        assertEquals(4, result.byRules());
        assertEquals(1, result.impossible());
        assertEquals(200, result.tokens());
    }

    @Test
    void aSpentBudgetLeavesTheRestForAnotherTime() throws Exception {
        String whole =
                """
                {"versions": [
                  {"kind": "degraded", "text": "A very blurry dark picture of %1$s", "change": "blur"},
                  {"kind": "spoiled", "text": "A badly framed cluttered picture of %1$s", "change": "frame"},
                  {"kind": "object", "text": "%1$s with a cow", "change": "o"},
                  {"kind": "attribute", "text": "%1$s with stripes", "change": "a"},
                  {"kind": "count", "text": "%1$s seven times", "change": "c"},
                  {"kind": "relation", "text": "%1$s upside down", "change": "r"},
                  {"kind": "action", "text": "%1$s dancing wildly", "change": "a"},
                  {"kind": "scene", "text": "%1$s on the moon", "change": "s"}]}""";
        server.first(
                says(whole.formatted("a dog on a sofa")),
                says(whole.formatted("a cat on a chair")));
        List<String> prompts = List.of("a dog on a sofa", "a cat on a chair");
        RewrittenPrompts first = run(prompts, true, new Budget(1, 0));
        assertTrue(first.budgetSpent());
        assertEquals(1, first.prompts());
        assertEquals(0, first.byRules());
        RewrittenPrompts second = run(prompts, true, new Budget(1, 0));
        assertFalse(second.budgetSpent());
        assertEquals(2, server.questions().size());
        assertEquals(2, second.written().get("scene"));
    }
}
