package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.generate.comfyui.FakeComfyUi;
import eliq.image.ContentHash;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import eliq.pairs.BuildPlan.Share;
import eliq.pairs.TrainingTuples.Selection;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The method's whole set through the ComfyUI client, against a server that speaks ComfyUI's protocol and counts what it
 * makes; the building process is killed twice on the way. {@code -Deliq.pairs.prompts} says how many of the 400 prompts
 * (all: 1,200 positives), {@code -Deliq.pairs.side} how large the pictures are, {@code -Deliq.pairs.kinds=all} that every
 * positive gets all nine kinds of negatives.
 */
class PaperSetTest {
    private static final int PROMPTS = Integer.getInteger("eliq.pairs.prompts", 20);
    private static final int SIDE = Integer.getInteger("eliq.pairs.side", 64);
    private static final boolean ALL_KINDS = "all".equals(System.getProperty("eliq.pairs.kinds"));

    /** Files of the models as they stand in the requests. */
    private static final Map<String, String> ARTISTS =
            Map.of(
                    "qwen_image_fp8_e4m3fn.safetensors", "studio/qwen-image",
                    "flux1-dev.safetensors", "studio/flux-1-dev",
                    "sd3.5_large.safetensors", "studio/sd-3.5-large",
                    "sd-v1-1.ckpt", "studio/sd-1.1",
                    "sd-v1-4.ckpt", "studio/sd-1.4",
                    "v1-5-pruned-emaonly.safetensors", "studio/sd-1.5",
                    "qwen_image_edit_2509_fp8_e4m3fn.safetensors", "studio/qwen-image-edit");

    @TempDir Path folder;

    @Test
    @Timeout(3600)
    void thePapersSetIsBuiltExactlyThoughItsProcessIsKilledTwice() throws Exception {
        BuildPairs parameters = PaperSet.parameters(PROMPTS, SIDE, ALL_KINDS);
        try (FakeComfyUi server = FakeComfyUi.start();
                Catalog catalog = Catalog.open(folder)) {
            BuildPairsJob job = PaperSet.job(catalog, server.url());
            BuildPlan plan = job.plan(parameters);
            assertEquals(3L * PROMPTS, plan.tuples());
            assertEquals(Map.of(), plan.impossible());
            assertEquals(plan.images(), plan.missing());

            killAt(server, plan.images() / 3);
            assertTrue(server.picturesMade() < plan.images());
            killAt(server, 2 * plan.images() / 3);
            assertTrue(server.picturesMade() < plan.images());
            Process last = child(server);
            assertEquals(0, last.waitFor());

            whatWasPlannedWasMade(plan, server);
            everyPositiveHasItsNegatives(catalog, plan);
            nothingIsMadeAgain(catalog, job, parameters, server);
        }
    }

    private void whatWasPlannedWasMade(BuildPlan plan, FakeComfyUi server) {
        assertEquals(plan.images(), server.picturesMade());
        Map<String, Long> planned = new TreeMap<>();
        for (Share share : plan.drawings()) {
            planned.merge(share.artist(), share.images(), Long::sum);
        }
        // A run is named after its graph, so that asking again is not asking twice.
        Map<String, String> asked = new TreeMap<>();
        server.prompts()
                .forEach(
                        body ->
                                asked.put(
                                        body.path("prompt_id").asText(),
                                        artist(body.path("prompt").toString())));
        Map<String, Long> made =
                new TreeMap<>(
                        asked.values().stream()
                                .collect(Collectors.groupingBy(a -> a, Collectors.counting())));
        assertEquals(planned, made);
    }

    private static String artist(String graph) {
        return ARTISTS.entrySet().stream()
                .filter(model -> graph.contains('"' + model.getKey() + '"'))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no model in " + graph));
    }

    private void everyPositiveHasItsNegatives(Catalog catalog, BuildPlan plan) throws Exception {
        long set = catalog.tuples().findSet("paper").orElseThrow().id();
        List<Tuple> tuples = catalog.tuples().all(set);
        assertEquals(3 * PROMPTS, tuples.size());
        assertEquals(
                Map.of(
                        PaperSet.STRONG.get(0), (long) PROMPTS,
                        PaperSet.STRONG.get(1), (long) PROMPTS,
                        PaperSet.STRONG.get(2), (long) PROMPTS),
                catalog.tuples().generators(set));
        Set<ContentHash> positives = new HashSet<>();
        Map<NegativeKind, Long> kinds = new EnumMap<>(NegativeKind.class);
        for (Tuple tuple : tuples) {
            positives.add(tuple.positive());
            for (Negative negative : tuple.negatives()) {
                String kind = Recipes.kind(negative.recipe());
                kinds.merge(NegativeKind.ofKey(kind).orElseThrow(), 1L, Long::sum);
                if (negative.content() instanceof NegativeContent.Image image) {
                    assertTrue(!image.hash().equals(tuple.positive()), kind);
                }
            }
            for (Family family : Family.values()) {
                for (Aspect aspect : Aspect.values()) {
                    assertTrue(
                            tuple.negatives(aspect).stream()
                                    .anyMatch(n -> n.recipe().family() == family),
                            family + " " + aspect + " of " + tuple.prompt().text());
                }
            }
        }
        assertEquals(3 * PROMPTS, positives.size());
        assertEquals(
                Stream.of(NegativeKind.values())
                        .filter(
                                kind ->
                                        ALL_KINDS
                                                || !kind.key().matches("(degraded|spoiled)-prompt"))
                        .collect(Collectors.toMap(kind -> kind, kind -> 3L * PROMPTS)),
                kinds);
        assertEquals(
                plan.images(),
                plan.drawings().stream()
                        .map(Share::artist)
                        .distinct()
                        .mapToLong(artist -> drawn(catalog, artist))
                        .sum());
        assertEquals(
                3 * PROMPTS,
                TrainingTuples.read(catalog, Pictures.of(catalog), "paper", Selection.ALL).size());
    }

    private static long drawn(Catalog catalog, String artist) {
        try {
            return catalog.drawings().recent(artist, Integer.MAX_VALUE).size();
        } catch (eliq.catalog.CatalogException e) {
            throw new AssertionError(e);
        }
    }

    private void nothingIsMadeAgain(
            Catalog catalog, BuildPairsJob job, BuildPairs parameters, FakeComfyUi server)
            throws Exception {
        int made = server.picturesMade();
        int asked = server.prompts().size();
        assertEquals(0, job.plan(parameters).missing());
        try (JobRunner runner = new JobRunner(catalog, List.of(job), "again", Runnable::run)) {
            JobOutcome<BuildPairs.Result> again = runner.run(job, parameters);
            assertTrue(again instanceof JobOutcome.Done<BuildPairs.Result>, again.toString());
        }
        assertEquals(made, server.picturesMade());
        assertEquals(asked, server.prompts().size());
    }

    /** Lets a process build until the server has made so many pictures, and kills it. */
    private void killAt(FakeComfyUi server, long pictures) throws Exception {
        Process child = child(server);
        while (server.picturesMade() < pictures) {
            assertTrue(child.isAlive(), "the process ended by itself");
            Thread.sleep(1);
        }
        child.destroyForcibly();
        // 128 + SIGKILL: it had no chance to tidy up.
        int exit = child.waitFor();
        assertTrue(exit == 137 || exit == 1, "exit code " + exit);
    }

    private Process child(FakeComfyUi server) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=" + (PROMPTS > 50 ? 4 : 1),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PaperSet.class.getName(),
                        folder.toString(),
                        server.url().toString(),
                        Integer.toString(PROMPTS),
                        Integer.toString(SIDE),
                        Boolean.toString(ALL_KINDS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
