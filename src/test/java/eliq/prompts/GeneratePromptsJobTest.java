package eliq.prompts;

import static eliq.prompts.ChatServer.error;
import static eliq.prompts.ChatServer.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.generate.painter.SceneGrammar;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratePromptsJobTest {
    private static final Pattern ASKED =
            Pattern.compile("Write (\\d+) prompts? of the category \"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private final ChatServer server = new ChatServer();
    private Catalog catalog;
    private GeneratePromptsJob job;
    private JobRunner runner;
    private long written;

    @BeforeEach
    void open() throws Exception {
        catalog = Catalog.open(folder.resolve("workspace"));
        job = new GeneratePromptsJob(catalog, Map.of("OPENAI_API_KEY", "sk-test-key-123456"));
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
        server.always(question -> says(json(fresh(question))));
    }

    @AfterEach
    void close() throws CatalogException {
        server.close();
        assertEquals(List.of(), catalog.check());
        runner.close();
        catalog.close();
    }

    /** What a good model would write: as many prompts of the category as asked for, never the same. */
    private List<String> fresh(JsonNode question) {
        Matcher asked = ASKED.matcher(question.path("messages").path(1).path("content").asText());
        assertTrue(asked.find(), question.toString());
        Category category = Category.named(asked.group(2)).orElseThrow();
        List<String> prompts = new ArrayList<>();
        while (prompts.size() < Integer.parseInt(asked.group(1)) + 1) {
            String text = SceneGrammar.sample(category, 1000 + written++).text();
            if (text.split("\\s+").length >= 5) {
                prompts.add(text);
            }
        }
        return prompts;
    }

    private static String json(List<String> prompts) {
        return JSON.createObjectNode().set("prompts", JSON.valueToTree(prompts)).toString();
    }

    private GeneratePrompts wanted(int count, Budget budget) {
        ChatSettings chat =
                ChatSettings.of("test-model", Map.of())
                        .withBaseUrl(server.baseUrl())
                        .withTimeout(Duration.ofSeconds(60))
                        .withAttempts(3);
        return new GeneratePrompts(
                count,
                List.of(Category.FOOD, Category.URBAN_SCENES),
                5,
                30,
                10,
                0.9,
                1,
                chat,
                budget,
                Optional.empty());
    }

    private GeneratedPrompts run(GeneratePrompts wanted) throws Exception {
        return switch (runner.run(job, wanted)) {
            case JobOutcome.Done<GeneratedPrompts> done -> done.result();
            case JobOutcome.Failed<GeneratedPrompts> failed ->
                    throw new AssertionError(failed.reason());
            case JobOutcome.Stopped<GeneratedPrompts> stopped ->
                    throw new AssertionError("stopped");
        };
    }

    @Test
    void promptsAreSpreadOverCategoriesAndSubConceptsAndKept() throws Exception {
        GeneratedPrompts result = run(wanted(18, Budget.unlimited()));

        assertEquals(18, result.accepted());
        assertEquals(List.of(), result.missing());
        assertEquals(18, catalog.prompts().count());
        assertEquals(server.questions().size(), result.requests());
        assertEquals(100L * server.questions().size(), result.tokens());
        Map<String, Long> byConcept =
                result.questions().stream()
                        .collect(
                                java.util.stream.Collectors.groupingBy(
                                        GeneratedPrompts.Asked::concept,
                                        java.util.stream.Collectors.summingLong(
                                                a -> a.accepted().size())));
        assertEquals(9, byConcept.size());
        assertTrue(
                byConcept.values().stream().allMatch(n -> n >= 1 && n <= 3), byConcept.toString());
        for (eliq.catalog.Prompt prompt : catalog.prompts().all()) {
            assertEquals("test-model", prompt.source());
            assertTrue(
                    prompt.categories().contains("Food")
                            || prompt.categories().contains("Urban Scenes"),
                    prompt.toString());
        }
        String first = ChatServer.said(server.questions().getFirst());
        assertTrue(first.contains("5 to 30 words") && first.contains("fruit"), first);
    }

    @Test
    void whatTheModelGetsWrongIsSortedOutAndTheSetIsFilledAllTheSame() throws Exception {
        String taken = PromptBank.shipped().of(Category.FOOD).getFirst().text();
        server.first(
                question -> says("I would be glad to help you with some food prompts!"),
                question ->
                        says(
                                "Of course! Here they are:\n\n1. "
                                        + fresh(question).getFirst()
                                        + "\n2. "
                                        + taken
                                        + "\n\nShall I go on?"),
                question -> {
                    List<String> good = fresh(question);
                    return says(
                            "```json\n{\"prompts\": [\"" + good.getFirst() + "\", \"A half writ",
                            "length");
                },
                question -> error(429, "rate limit").with("retry-after-ms", "5"),
                question ->
                        says(
                                json(
                                        List.of(
                                                "A pizza",
                                                "Pizza on a table ".repeat(12).strip(),
                                                "Ein großer Teller mit Nudeln auf einem Tisch in der Küche",
                                                "Une pomme rouge sur une table dans la cuisine",
                                                "一个红色的苹果放在木桌上",
                                                "A masterpiece photo of a ripe apple, 8k, trending on artstation",
                                                "A small dragon eating a burger on a wooden table",
                                                "Two brown bears walking through a forest beside a lake"))),
                question -> {
                    String same = fresh(question).getFirst();
                    return says(json(List.of(same, same.toUpperCase(), same + " ")));
                });

        GeneratedPrompts result = run(wanted(18, Budget.unlimited()));

        assertEquals(18, result.accepted());
        assertEquals(List.of(), result.missing());
        assertEquals(1, result.unreadable());
        Map<String, Integer> rejected = result.rejected();
        assertEquals(1, rejected.get("too-short"), rejected.toString());
        assertEquals(1, rejected.get("too-long"), rejected.toString());
        assertEquals(3, rejected.get("other-language"), rejected.toString());
        assertEquals(1, rejected.get("style-words"), rejected.toString());
        assertEquals(1, rejected.get("not-realistic"), rejected.toString());
        assertTrue(rejected.get("other-category") >= 1, rejected.toString());
        assertTrue(rejected.get("duplicate") >= 3, rejected.toString());
        // The complaint about the first answer goes with what was said.
        JsonNode complained = server.questions().get(1).path("messages");
        assertEquals(4, complained.size());
        assertTrue(ChatServer.said(server.questions().get(1)).contains("JSON only"));

        NearDuplicates seen = new NearDuplicates(0.9);
        PromptBank.shipped().prompts().forEach(p -> seen.add(p.text()));
        for (Prompt prompt : result.prompts()) {
            assertEquals(Optional.empty(), seen.of(prompt.text()));
            seen.add(prompt.text());
        }
    }

    @Test
    void aJobThatFailedGoesOnWithoutAskingAnythingTwice() throws Exception {
        server.first(
                question -> says(json(fresh(question))),
                question -> says(json(fresh(question))),
                question -> error(401, "key expired"));
        JobOutcome<GeneratedPrompts> outcome = runner.run(job, wanted(18, Budget.unlimited()));
        JobOutcome.Failed<?> failed = assertInstanceOf(JobOutcome.Failed.class, outcome);
        assertTrue(failed.reason().contains("does not accept the key"), failed.reason());
        long before = catalog.prompts().count();
        assertTrue(before > 0);
        // As a crash in the middle of a line leaves it.
        Path journal =
                catalog.resolve(catalog.jobs().find(failed.id()).orElseThrow().directory())
                        .resolve("prompts.jsonl");
        Files.writeString(journal, "{\"category\":\"FOOD\",\"conc", StandardOpenOption.APPEND);

        JobOutcome<? extends Record> resumed = runner.resume(failed.id());
        GeneratedPrompts result =
                (GeneratedPrompts) assertInstanceOf(JobOutcome.Done.class, resumed).result();
        assertEquals(18, result.accepted());
        assertEquals(18, catalog.prompts().count());
        // Only the refused question was asked twice.
        List<Integer> seeds = server.questions().stream().map(q -> q.path("seed").asInt()).toList();
        assertEquals(seeds.size() - 1, new HashSet<>(seeds).size(), seeds.toString());
        assertEquals(seeds.size() - 1, result.requests());
    }

    @Test
    void theBudgetEndsTheWorkAndWhatIsThereIsKept() throws Exception {
        GeneratedPrompts result = run(wanted(18, new Budget(3, 0)));
        assertTrue(result.budgetSpent());
        assertEquals(3, server.questions().size());
        assertEquals(result.accepted(), catalog.prompts().count());
        assertEquals(
                18,
                result.accepted()
                        + result.missing().stream()
                                .mapToInt(GeneratedPrompts.Shortfall::prompts)
                                .sum());
    }

    @Test
    void aModelThatOnlyRepeatsItselfIsNotAskedForEver() throws Exception {
        String same = "{\"prompts\": [\"A red apple beside a loaf of bread on a table\"]}";
        server.always(question -> says(same));
        GeneratedPrompts result =
                run(
                        new GeneratePrompts(
                                3,
                                List.of(Category.FOOD),
                                5,
                                30,
                                10,
                                0.9,
                                1,
                                wanted(3, Budget.unlimited()).chat(),
                                Budget.unlimited(),
                                Optional.empty()));
        assertEquals(1, result.accepted());
        assertEquals(2, result.missing().size());
        assertTrue(result.requests() < 12, result.toString());
    }

    @Test
    void theKeyIsWrittenNowhere() throws Exception {
        server.first(error(500, "sk-test-key-123456 is busy").with("retry-after-ms", "5"));
        run(wanted(2, Budget.unlimited()));
        assertEquals("Bearer sk-test-key-123456", server.keys().getFirst());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content =
                        new String(
                                Files.readAllBytes(file),
                                java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(content.contains("sk-test-key"), file.toString());
            }
        }
    }

    @Test
    void noExampleIsAPersonACharacterOrABrand() throws Exception {
        GeneratePrompts all = GeneratePrompts.of(400, wanted(1, Budget.unlimited()).chat());
        for (GenerationPlan.Step step : GenerationPlan.of(all).steps()) {
            assertFalse(
                    step.question().matches("(?is).*\\b(dragon|wizard|trump|batman|lego|ufo)\\b.*"),
                    step.question());
            assertFalse(step.question().contains("^"), step.question());
        }
        assertEquals(
                List.of(Category.PEOPLE_AND_ACTIVITIES, Category.NATURAL_SCENES),
                CategoryRules.shipped().label("a wizard and a dragon").categories());
    }

    @Test
    void thePlanSaysWhatWouldBeAskedAndSendsNothing() throws Exception {
        GeneratePrompts wanted = wanted(40, new Budget(5, 0));
        GenerationPlan plan = GenerationPlan.of(wanted);
        assertEquals(40, plan.prompts());
        assertEquals(9, plan.requests());
        assertFalse(plan.affordable());
        assertEquals(0, server.questions().size());
        run(wanted(40, Budget.unlimited()));
        assertEquals(
                plan.steps().getFirst().question(),
                "system: "
                        + server.questions()
                                .getFirst()
                                .path("messages")
                                .path(0)
                                .path("content")
                                .asText()
                        + "\nuser: "
                        + ChatServer.said(server.questions().getFirst()));
    }
}
