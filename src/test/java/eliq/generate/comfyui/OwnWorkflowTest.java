package eliq.generate.comfyui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.GenerateException;
import eliq.generate.comfyui.ComfyUiOptions.EarlyStopWay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workflow that a user drew: understood by its links, titles or an explicit mapping, or refused with what to do. */
class OwnWorkflowTest {
    @TempDir Path folder;

    private Workflow own(String json, Map<Slot, List<String>> mapping) throws Exception {
        Path file = folder.resolve("own.json");
        Files.writeString(file, json);
        return WorkflowReader.read(file, mapping);
    }

    /** Ids and titles of the user's own, the text in a node of its own, a sampler made of parts. */
    static final String OWN =
            """
            {"load me":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"mine.safetensors"},"_meta":{"title":"Mein Modell"}},
             "words":{"class_type":"PrimitiveString","inputs":{"value":"old text"},"_meta":{"title":"Was man sieht"}},
             "good:1":{"class_type":"CLIPTextEncode","inputs":{"text":["words",0],"clip":["load me",1]}},
             "bad":{"class_type":"CLIPTextEncode","inputs":{"text":"ugly","clip":["load me",1]}},
             "guide":{"class_type":"CFGGuider","inputs":{"model":["load me",0],"positive":["warm",0],"negative":["bad",0],"cfg":5.0}},
             "warm":{"class_type":"FluxGuidance","inputs":{"conditioning":["good:1",0],"guidance":3.0}},
             "dice":{"class_type":"RandomNoise","inputs":{"noise_seed":["number",0]}},
             "number":{"class_type":"PrimitiveInt","inputs":{"value":5}},
             "how":{"class_type":"KSamplerSelect","inputs":{"sampler_name":"euler"}},
             "levels":{"class_type":"BasicScheduler","inputs":{"model":["load me",0],"scheduler":"simple","steps":10,"denoise":1.0}},
             "nothing":{"class_type":"EmptyLatentImage","inputs":{"width":512,"height":512,"batch_size":1}},
             "draw":{"class_type":"SamplerCustomAdvanced","inputs":{"noise":["dice",0],"guider":["guide",0],"sampler":["how",0],"sigmas":["levels",0],"latent_image":["nothing",0]}},
             "show":{"class_type":"VAEDecode","inputs":{"samples":["draw",0],"vae":["load me",2]}},
             "keep":{"class_type":"SaveImage","inputs":{"images":["show",0],"filename_prefix":"x"}}}
            """;

    @Test
    void aWorkflowOfOnesOwnWithRenamedNodesIsUnderstoodByItsLinks() throws Exception {
        Workflow workflow = own(OWN, Map.of());
        assertEquals(List.of(NodeInput.of("words.value")), workflow.slots().get(Slot.PROMPT));
        assertEquals(List.of(NodeInput.of("bad.text")), workflow.slots().get(Slot.NEGATIVE));
        assertEquals(List.of(NodeInput.of("number.value")), workflow.slots().get(Slot.SEED));
        assertEquals(List.of(NodeInput.of("nothing.width")), workflow.slots().get(Slot.WIDTH));
        assertEquals("keep", workflow.output());
        assertEquals(Optional.of("draw"), workflow.sampler());
        ObjectNode early = workflow.filled(WorkflowTest.values());
        EarlyStop.apply(
                "x", early, workflow.sampler(), 0.5, EarlyStopWay.CLEAN_ESTIMATE, Optional.empty());
        assertEquals(5, early.path("draw-early").path("inputs").path("step").asInt());
        assertEquals(
                "draw-early", early.path("draw").path("inputs").path("sigmas").path(0).asText());
        // Slot 1 is the clean estimate.
        assertEquals(1, early.path("show").path("inputs").path("samples").path(1).asInt());
        FakeNodes nodes = new FakeNodes(Map.of("checkpoints", Set.of("mine.safetensors")));
        assertEquals("{}", nodes.validate(early, Long.MAX_VALUE).toString());
    }

    @Test
    void titlesAndExplicitMappingsGoBeforeLinks() throws Exception {
        String titled =
                OWN.replace(
                        "\"text\":\"ugly\",\"clip\":[\"load me\",1]}",
                        "\"text\":\"ugly\",\"clip\":[\"load me\",1]},\"_meta\":{\"title\":\"eliq:prompt\"}");
        assertEquals(
                List.of(NodeInput.of("bad.text")), own(titled, Map.of()).slots().get(Slot.PROMPT));
        assertEquals(
                List.of(NodeInput.of("words.value")),
                own(titled, Map.of(Slot.PROMPT, List.of("was man sieht.value")))
                        .slots()
                        .get(Slot.PROMPT));
    }

    private void refused(String json, Map<Slot, List<String>> mapping, String words) {
        GenerateException e = assertThrows(GenerateException.class, () -> own(json, mapping));
        assertEquals(GenerateException.Reason.REFUSED, e.reason());
        assertTrue(e.getMessage().contains("own.json"), e.getMessage());
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    @Test
    void whatIsNoApiWorkflowIsRefusedWithWhatToDo() {
        refused("{\"nodes\":[],\"links\":[]}", Map.of(), "Export (API)");
        refused("[1,2]", Map.of(), "API format");
        refused("{", Map.of(), "cannot be read as JSON");
        refused(OWN, Map.of(Slot.PROMPT, List.of("nowhere.text")), "there is no input");
        refused(OWN, Map.of(Slot.PROMPT, List.of("text")), "as in 6.text");
        refused(
                "{\"1\":{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"text\":\"\"}}}",
                Map.of(),
                "SaveImage");
        refused(
                "{\"1\":{\"class_type\":\"SaveImage\",\"inputs\":{\"images\":[\"2\",0]}},\"2\":{\"class_type\":\"Odd\",\"inputs\":{}}}",
                Map.of(),
                "where the prompt goes");
    }
}
