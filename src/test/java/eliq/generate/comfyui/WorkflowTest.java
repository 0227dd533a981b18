package eliq.generate.comfyui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.comfyui.ComfyUiOptions.EarlyStopWay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of a ComfyUI server, node by node. */
class WorkflowTest {
    static final long SEED = 1234;

    private static ModelSpec spec(String key) {
        return ShippedModels.all().stream()
                .filter(model -> model.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static Map<Slot, Object> values() {
        Map<Slot, Object> values = new LinkedHashMap<>();
        values.put(Slot.PROMPT, "a red fox");
        values.put(Slot.SEED, SEED);
        values.put(Slot.WIDTH, 832);
        values.put(Slot.HEIGHT, 1216);
        values.put(Slot.IMAGE, "eliq/source.png");
        values.put(Slot.PREFIX, "eliq/here");
        return values;
    }

    static Stream<Workflow> shipped() {
        return ShippedModels.all().stream().flatMap(model -> model.variants().stream());
    }

    /** As the real server checks it: names of nodes and inputs, types of links, limits, choices. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedWorkflowPassesTheServersCheckWithAndWithoutEarlyStop(Workflow workflow)
            throws Exception {
        FakeNodes nodes = new FakeNodes(filesOf(workflow));
        ObjectNode graph = workflow.filled(values());
        for (JsonNode node : graph) {
            assertTrue(nodes.has(node.path("class_type").asText()), node.toString());
        }
        assertEquals("{}", nodes.validate(graph, Long.MAX_VALUE).toString());
        for (EarlyStopWay way : EarlyStopWay.values()) {
            ObjectNode early = workflow.filled(values());
            EarlyStop.apply(
                    "x",
                    early,
                    workflow.sampler(),
                    0.4,
                    way,
                    Optional.of(new NoiseSchedule.Flow(3)));
            assertEquals("{}", nodes.validate(early, Long.MAX_VALUE).toString());
        }
        assertEquals(0, graph.findValues("end_at_step").size(), "the workflow itself is unchanged");
    }

    private static Map<String, Set<String>> filesOf(Workflow workflow) {
        Map<String, Set<String>> files = new LinkedHashMap<>();
        workflow.modelFiles()
                .forEach(
                        (at, file) ->
                                files.computeIfAbsent(
                                                ModelFolder.of(
                                                        workflow.graph()
                                                                .path(at.node())
                                                                .path("class_type")
                                                                .asText(),
                                                        at.input()),
                                                folderName -> new TreeSet<>())
                                        .add(file));
        return files;
    }

    private static JsonNode body(String key) {
        return spec(key).variants().getFirst().filled(values());
    }

    private static void node(JsonNode graph, String id, String json) throws Exception {
        assertEquals(FakeNodes.JSON.readTree(json), graph.path(id), "node " + id);
    }

    // The bodies, as in the reference's section on graphs: settings of ComfyUI's own examples.

    @Test
    void qwenImage() throws Exception {
        JsonNode graph = body("qwen-image");
        assertEquals(10, graph.size());
        node(
                graph,
                "37",
                "{\"class_type\":\"UNETLoader\",\"inputs\":{\"unet_name\":\"qwen_image_fp8_e4m3fn.safetensors\",\"weight_dtype\":\"default\"}}");
        node(
                graph,
                "38",
                "{\"class_type\":\"CLIPLoader\",\"inputs\":{\"clip_name\":\"qwen_2.5_vl_7b_fp8_scaled.safetensors\",\"type\":\"qwen_image\"}}");
        node(
                graph,
                "39",
                "{\"class_type\":\"VAELoader\",\"inputs\":{\"vae_name\":\"qwen_image_vae.safetensors\"}}");
        node(
                graph,
                "66",
                "{\"class_type\":\"ModelSamplingAuraFlow\",\"inputs\":{\"model\":[\"37\",0],\"shift\":3.1}}");
        node(
                graph,
                "6",
                "{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"text\":\"a red fox\",\"clip\":[\"38\",0]}}");
        node(
                graph,
                "7",
                "{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"text\":\" \",\"clip\":[\"38\",0]}}");
        node(
                graph,
                "58",
                "{\"class_type\":\"EmptySD3LatentImage\",\"inputs\":{\"width\":832,\"height\":1216,\"batch_size\":1}}");
        sampler(graph, "3", "66", "6", "7", "58", 2.5, "simple");
        node(
                graph,
                "8",
                "{\"class_type\":\"VAEDecode\",\"inputs\":{\"samples\":[\"3\",0],\"vae\":[\"39\",0]}}");
        node(
                graph,
                "60",
                "{\"class_type\":\"SaveImage\",\"inputs\":{\"images\":[\"8\",0],\"filename_prefix\":\"eliq/here\"}}");
    }

    private static void sampler(
            JsonNode graph,
            String id,
            String model,
            String positive,
            String negative,
            String latent,
            double cfg,
            String scheduler) {
        assertEquals("KSampler", graph.path(id).path("class_type").asText());
        JsonNode in = graph.path(id).path("inputs");
        assertEquals(model, in.path("model").path(0).asText());
        assertEquals(positive, in.path("positive").path(0).asText());
        assertEquals(negative, in.path("negative").path(0).asText());
        assertEquals(latent, in.path("latent_image").path(0).asText());
        assertEquals(SEED, in.path("seed").asLong());
        assertEquals(20, in.path("steps").asInt());
        assertEquals(cfg, in.path("cfg").asDouble());
        assertEquals("euler", in.path("sampler_name").asText());
        assertEquals(scheduler, in.path("scheduler").asText());
        assertEquals(1.0, in.path("denoise").asDouble());
        assertEquals(10, in.size());
    }

    @Test
    void fluxDev() throws Exception {
        JsonNode graph = body("flux-1-dev");
        node(
                graph,
                "12",
                "{\"class_type\":\"UNETLoader\",\"inputs\":{\"unet_name\":\"flux1-dev.safetensors\",\"weight_dtype\":\"default\"}}");
        node(
                graph,
                "11",
                "{\"class_type\":\"DualCLIPLoader\",\"inputs\":{\"clip_name1\":\"t5xxl_fp16.safetensors\",\"clip_name2\":\"clip_l.safetensors\",\"type\":\"flux\"}}");
        node(
                graph,
                "10",
                "{\"class_type\":\"VAELoader\",\"inputs\":{\"vae_name\":\"ae.safetensors\"}}");
        node(
                graph,
                "6",
                "{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"text\":\"a red fox\",\"clip\":[\"11\",0]}}");
        node(
                graph,
                "26",
                "{\"class_type\":\"FluxGuidance\",\"inputs\":{\"conditioning\":[\"6\",0],\"guidance\":3.5}}");
        node(
                graph,
                "27",
                "{\"class_type\":\"EmptySD3LatentImage\",\"inputs\":{\"width\":832,\"height\":1216,\"batch_size\":1}}");
        // The shift goes by the picture's size.
        node(
                graph,
                "30",
                "{\"class_type\":\"ModelSamplingFlux\",\"inputs\":{\"model\":[\"12\",0],\"max_shift\":1.15,\"base_shift\":0.5,\"width\":832,\"height\":1216}}");
        // Distilled guidance: cfg stays 1.
        sampler(graph, "31", "30", "26", "33", "27", 1.0, "simple");
    }

    @Test
    void stableDiffusion35Large() throws Exception {
        JsonNode graph = body("sd-3.5-large");
        node(
                graph,
                "4",
                "{\"class_type\":\"CheckpointLoaderSimple\",\"inputs\":{\"ckpt_name\":\"sd3.5_large.safetensors\"}}");
        node(
                graph,
                "43",
                "{\"class_type\":\"TripleCLIPLoader\",\"inputs\":{\"clip_name1\":\"clip_l.safetensors\",\"clip_name2\":\"clip_g.safetensors\",\"clip_name3\":\"t5xxl_fp16.safetensors\"}}");
        node(
                graph,
                "16",
                "{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"text\":\"a red fox\",\"clip\":[\"43\",0]}}");
        sampler(graph, "3", "4", "16", "40", "53", 4.5, "sgm_uniform");
        node(
                graph,
                "8",
                "{\"class_type\":\"VAEDecode\",\"inputs\":{\"samples\":[\"3\",0],\"vae\":[\"4\",2]}}");
    }

    @Test
    void stableDiffusion1() throws Exception {
        for (String key : List.of("sd-1.5", "sd-1.4", "sd-1.1")) {
            JsonNode graph = body(key);
            node(
                    graph,
                    "6",
                    "{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"text\":\"a red fox\",\"clip\":[\"4\",1]}}");
            node(
                    graph,
                    "5",
                    "{\"class_type\":\"EmptyLatentImage\",\"inputs\":{\"width\":832,\"height\":1216,\"batch_size\":1}}");
            sampler(graph, "3", "4", "6", "7", "5", 8.0, "normal");
        }
        assertEquals(
                List.of("sd-v1-1.ckpt", "sd-v1-1.safetensors", "sd-v1-1-full-ema.ckpt"),
                spec("sd-1.1").variants().getFirst().files().get(NodeInput.of("4.ckpt_name")));
    }

    @Test
    void qwenImageEdit() throws Exception {
        JsonNode graph = body("qwen-image-edit");
        node(
                graph,
                "41",
                "{\"class_type\":\"LoadImage\",\"inputs\":{\"image\":\"eliq/source.png\"}}");
        node(
                graph,
                "67",
                "{\"class_type\":\"ModelSamplingAuraFlow\",\"inputs\":{\"model\":[\"12\",0],\"shift\":3.1}}");
        node(
                graph,
                "68",
                "{\"class_type\":\"TextEncodeQwenImageEditPlus\",\"inputs\":{\"clip\":[\"61\",0],\"prompt\":\"a red fox\",\"vae\":[\"10\",0],\"image1\":[\"41\",0]}}");
        node(
                graph,
                "69",
                "{\"class_type\":\"TextEncodeQwenImageEditPlus\",\"inputs\":{\"clip\":[\"61\",0],\"prompt\":\"\",\"vae\":[\"10\",0],\"image1\":[\"41\",0]}}");
        // Not an empty latent: the picture keeps its size.
        node(
                graph,
                "66",
                "{\"class_type\":\"VAEEncode\",\"inputs\":{\"pixels\":[\"41\",0],\"vae\":[\"10\",0]}}");
        sampler(graph, "65", "67", "68", "69", "66", 4.0, "simple");
        // The first edit model: another encoder, and CFGNorm behind the shift.
        JsonNode first = spec("qwen-image-edit").variants().get(1).filled(values());
        node(
                first,
                "68",
                "{\"class_type\":\"TextEncodeQwenImageEdit\",\"inputs\":{\"clip\":[\"61\",0],\"prompt\":\"a red fox\",\"vae\":[\"10\",0],\"image\":[\"41\",0]}}");
        node(
                first,
                "70",
                "{\"class_type\":\"CFGNorm\",\"inputs\":{\"model\":[\"67\",0],\"strength\":1.0}}");
    }

    @Test
    void anUnfinishedRunIsCutAtTheStepAndItsLatentsAreScaledForTheModel() throws Exception {
        Workflow workflow = spec("qwen-image").variants().getFirst();
        ObjectNode clean = workflow.filled(values());
        EarlyStop.apply(
                "x", clean, workflow.sampler(), 0.3, EarlyStopWay.CLEAN_ESTIMATE, Optional.empty());
        JsonNode in = clean.path("3").path("inputs");
        assertEquals("KSamplerAdvanced", clean.path("3").path("class_type").asText());
        assertEquals(SEED, in.path("noise_seed").asLong());
        assertEquals("enable", in.path("add_noise").asText());
        assertEquals(20, in.path("steps").asInt());
        assertEquals(0, in.path("start_at_step").asInt());
        assertEquals(6, in.path("end_at_step").asInt());
        assertEquals("disable", in.path("return_with_leftover_noise").asText());
        ObjectNode noisy = workflow.filled(values());
        EarlyStop.apply(
                "x",
                noisy,
                workflow.sampler(),
                0.3,
                EarlyStopWay.LATENTS,
                spec("qwen-image").noise(1328, 1328));
        assertEquals(
                "enable",
                noisy.path("3").path("inputs").path("return_with_leftover_noise").asText());
        JsonNode scaling = noisy.path("8").path("inputs").path("samples");
        JsonNode scale = noisy.path(scaling.path(0).asText());
        assertEquals("LatentMultiply", scale.path("class_type").asText());
        double sigma = 3.1 * 0.7 / (1 + 2.1 * 0.7);
        assertEquals(1 - sigma, scale.path("inputs").path("multiplier").asDouble(), 1e-12);
    }

    @Test
    void atLeastOneStepIsDoneAndAtLeastOneIsLeft() throws Exception {
        Workflow workflow = spec("sd-1.5").variants().getFirst();
        for (double progress : new double[] {0, 1}) {
            ObjectNode graph = workflow.filled(values());
            EarlyStop.apply(
                    "x",
                    graph,
                    workflow.sampler(),
                    progress,
                    EarlyStopWay.CLEAN_ESTIMATE,
                    Optional.empty());
            assertEquals(
                    progress == 0 ? 1 : 19,
                    graph.path("3").path("inputs").path("end_at_step").asInt());
        }
    }

    /** Levels that ComfyUI 0.3.64 printed for n = 8, from the reference's section on early decoding. */
    @Test
    void noiseLevelsAreThoseOfComfyUi() {
        double[] normal = {14.6146, 6.678, 3.5221, 2.0606, 1.2768, 0.7913, 0.4397, 0.0292, 0};
        NoiseSchedule sd1 = new NoiseSchedule.StableDiffusion1();
        for (int k = 0; k < normal.length; k++) {
            assertEquals(normal[k], sd1.sigma(k, 8), 6e-5, "step " + k);
        }
        assertEquals(0.9545, new NoiseSchedule.Flow(3).sigma(1, 8), 5e-5);
        // At a megapixel FLUX.1's shift is e^1.15.
        assertEquals(Math.exp(1.15), NoiseSchedule.Flow.flux(1024, 1024).shift(), 1e-12);
    }
}
