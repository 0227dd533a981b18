package eliq.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The prompt is found by following a ComfyUI graph from the saved picture to the text, not by guessing. */
class ComfyPromptTest {

    private static final String END =
            """
            ,"8":{"class_type":"VAEDecode","inputs":{"samples":["3",0],"vae":["4",2]}},
            "9":{"class_type":"SaveImage","inputs":{"filename_prefix":"a","images":["8",0]}},
            "4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"m.safetensors"}},
            "5":{"class_type":"EmptyLatentImage","inputs":{"width":512,"height":512,"batch_size":1}}}""";

    private static final String SAMPLER =
            """
            {"3":{"class_type":"KSampler","inputs":{"seed":11,"steps":20,"cfg":8.0,"sampler_name":"euler","model":["4",0],
            "positive":["6",0],"negative":["7",0],"latent_image":["5",0]}},
            "7":{"class_type":"CLIPTextEncode","inputs":{"text":"bad","clip":["4",1]}},
            """;

    @Test
    void thePositiveInputDecidesNotTheOrderOfTheNodes() {
        GenerationMetadata found =
                read(
                        SAMPLER
                                + """
                                "6":{"class_type":"CLIPTextEncode","inputs":{"text":"a fox","clip":["4",1]}}"""
                                + END);
        assertEquals(Optional.of("a fox"), found.prompt());
        assertEquals(Optional.of("bad"), found.negative());
        assertEquals(Optional.of(11L), found.seed());
        assertEquals(Optional.of("m.safetensors"), found.model());
        assertEquals(List.of(), found.candidates());
        assertEquals(Optional.empty(), found.note());
    }

    @Test
    void textIsFollowedThroughReroutesPrimitivesAndConcatenation() {
        GenerationMetadata found =
                read(
                        SAMPLER
                                + """
                                "6":{"class_type":"FluxGuidance","inputs":{"guidance":3.5,"conditioning":["20",0]}},
                                "20":{"class_type":"Reroute","inputs":{"":["21",0]}},
                                "21":{"class_type":"CLIPTextEncode","inputs":{"text":["22",0],"clip":["4",1]}},
                                "22":{"class_type":"StringConcatenate","inputs":{"string_a":["23",0],"string_b":"in snow","delimiter":" "}},
                                "23":{"class_type":"PrimitiveStringMultiline","inputs":{"value":"a fox"}}"""
                                + END);
        assertEquals(Optional.of("a fox in snow"), found.prompt());
        assertEquals(Optional.of("bad"), found.negative());
    }

    @Test
    void combinedTextsAreJoinedAndOfferedApart() {
        GenerationMetadata found =
                read(
                        SAMPLER
                                + """
                                "6":{"class_type":"ConditioningCombine","inputs":{"conditioning_1":["20",0],"conditioning_2":["21",0]}},
                                "20":{"class_type":"CLIPTextEncode","inputs":{"text":"a fox","clip":["4",1]}},
                                "21":{"class_type":"ConditioningSetArea","inputs":{"x":0,"conditioning":["22",0]}},
                                "22":{"class_type":"CLIPTextEncode","inputs":{"text":"a lake","clip":["4",1]}}"""
                                + END);
        assertEquals(Optional.of("a fox, a lake"), found.prompt());
        assertEquals(List.of("a fox", "a lake"), found.candidates());
        assertTrue(found.note().orElseThrow().contains("2 texts are combined"));
    }

    @Test
    void ofSeveralEncodersTheOneThatReadsSentencesIsTaken() {
        GenerationMetadata found =
                read(
                        SAMPLER
                                + """
                                "6":{"class_type":"CLIPTextEncodeFlux","inputs":{"clip_l":"fox, snow","t5xxl":"a fox in the snow","guidance":3.5,"clip":["4",1]}}"""
                                + END);
        assertEquals(Optional.of("a fox in the snow"), found.prompt());
        assertEquals(List.of("a fox in the snow", "fox, snow"), found.candidates());
    }

    @Test
    void controlNetPassesEachSideOnToItsOwn() {
        GenerationMetadata found =
                read(
                        SAMPLER.replace("\"negative\":[\"7\",0]", "\"negative\":[\"6\",1]")
                                + """
                                "6":{"class_type":"ControlNetApplyAdvanced","inputs":{"positive":["20",0],"negative":["7",0],"control_net":["30",0],"image":["31",0]}},
                                "20":{"class_type":"CLIPTextEncode","inputs":{"text":"a fox","clip":["4",1]}}"""
                                + END);
        assertEquals(Optional.of("a fox"), found.prompt());
        assertEquals(Optional.of("bad"), found.negative());
    }

    @Test
    void theFirstOfTwoSamplersNamesThePicture() {
        GenerationMetadata found =
                read(
                        """
                        {"2":{"class_type":"KSampler","inputs":{"seed":5,"model":["4",0],"positive":["6",0],"negative":["7",0],"latent_image":["5",0]}},
                        "3":{"class_type":"KSampler","inputs":{"seed":11,"model":["4",0],"positive":["20",0],"negative":["7",0],"latent_image":["2",0]}},
                        "6":{"class_type":"CLIPTextEncode","inputs":{"text":"a fox","clip":["4",1]}},
                        "7":{"class_type":"CLIPTextEncode","inputs":{"text":"bad","clip":["4",1]}},
                        "20":{"class_type":"CLIPTextEncode","inputs":{"text":"fine fur","clip":["4",1]}}"""
                                + END);
        assertEquals(Optional.of("a fox"), found.prompt());
        assertEquals(Optional.of(5L), found.seed());
        assertEquals(List.of("a fox", "fine fur"), found.candidates());
        assertTrue(found.note().orElseThrow().contains("2 samplers"));
    }

    @Test
    void guiderAndNoiseNodesAreFollowed() {
        GenerationMetadata found =
                read(
                        """
                        {"3":{"class_type":"SamplerCustomAdvanced","inputs":{"noise":["25",0],"guider":["22",0],"latent_image":["5",0]}},
                        "22":{"class_type":"BasicGuider","inputs":{"model":["4",0],"conditioning":["6",0]}},
                        "25":{"class_type":"RandomNoise","inputs":{"noise_seed":77}},
                        "6":{"class_type":"CLIPTextEncode","inputs":{"text":"a fox","clip":["4",1]}}"""
                                + END);
        assertEquals(Optional.of("a fox"), found.prompt());
        assertEquals(Optional.empty(), found.negative());
        assertEquals(Optional.of(77L), found.seed());
        assertEquals(Optional.of("m.safetensors"), found.model());
    }

    @Test
    void aLoaderThatHoldsThePromptsItselfIsRead() {
        GenerationMetadata found =
                read(
                        """
                        {"3":{"class_type":"KSampler (Efficient)","inputs":{"seed":5,"positive":["6",1],"negative":["6",2],"latent_image":["6",3]}},
                        "6":{"class_type":"Efficient Loader","inputs":{"ckpt_name":"m.ckpt","positive":"a fox","negative":["7",0]}},
                        "7":{"class_type":"Text Multiline","inputs":{"text":"bad"}}"""
                                + END);
        assertEquals(Optional.of("a fox"), found.prompt());
        assertEquals(Optional.of("bad"), found.negative());
    }

    @Test
    void aTextThatOnlyExistsWhileTheGraphRunsIsSaidToBeMissing() {
        GenerationMetadata found =
                read(
                        SAMPLER
                                + """
                                "6":{"class_type":"CLIPTextEncode","inputs":{"text":["20",0],"clip":["4",1]}},
                                "20":{"class_type":"Florence2Run","inputs":{"image":["31",0],"seed":3}}"""
                                + END);
        assertEquals(Optional.empty(), found.prompt());
        assertTrue(found.note().orElseThrow().contains("made while the graph ran"));
    }

    @Test
    void anEditInstructionIsMarkedAsOne() {
        GenerationMetadata found =
                read(
                        SAMPLER
                                + """
                                "6":{"class_type":"TextEncodeQwenImageEditPlus","inputs":{"prompt":"make it blue","clip":["4",1],"image1":["31",0]}}"""
                                + END);
        assertEquals(Optional.of("make it blue"), found.prompt());
        assertTrue(found.note().orElseThrow().contains("instruction for editing"));
    }

    @Test
    void aGraphThatLinksInACircleEnds() {
        GenerationMetadata found =
                read(
                        SAMPLER
                                + """
                                "6":{"class_type":"Reroute","inputs":{"":["20",0]}},
                                "20":{"class_type":"Reroute","inputs":{"":["6",0]}}"""
                                + END);
        assertEquals(Optional.empty(), found.prompt());
        assertTrue(found.note().isPresent());
    }

    @Test
    void aGraphWithoutAKnownSamplerGivesItsTextsAsCandidates() {
        GenerationMetadata found =
                read(
                        """
                        {"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a fox","clip":["4",1]}},
                        "7":{"class_type":"CLIPTextEncode","inputs":{"text":"bad","clip":["4",1]}}"""
                                + END);
        assertEquals(Optional.empty(), found.prompt());
        assertEquals(List.of("a fox", "bad"), found.candidates());
        assertTrue(found.note().orElseThrow().contains("no sampler"));
    }

    @Test
    void theEditorsWorkflowIsReadWhereTheGraphIsMissing() throws ImageException {
        String workflow =
                """
                {"nodes":[
                {"id":3,"type":"KSampler","inputs":[{"name":"model","link":1},{"name":"positive","link":2},{"name":"negative","link":3},{"name":"latent_image","link":4}],"widgets_values":[42,"fixed",20]},
                {"id":4,"type":"CheckpointLoaderSimple","widgets_values":["m.safetensors"]},
                {"id":6,"type":"CLIPTextEncode","inputs":[{"name":"clip","link":5}],"widgets_values":["a fox"]},
                {"id":7,"type":"CLIPTextEncode","inputs":[{"name":"clip","link":6}],"widgets_values":["bad"]},
                {"id":8,"type":"VAEDecode","inputs":[{"name":"samples","link":7}]},
                {"id":9,"type":"SaveImage","inputs":[{"name":"images","link":8}],"widgets_values":["x"]},
                {"id":10,"type":"Note","widgets_values":["read me"]}],
                "links":[[1,4,0,3,0,"MODEL"],[2,6,0,3,1,"CONDITIONING"],[3,7,0,3,2,"CONDITIONING"],[5,4,1,6,0,"CLIP"],[6,4,1,7,0,"CLIP"],[7,3,0,8,0,"LATENT"],[8,8,0,9,0,"IMAGE"]]}""";
        byte[] png = ImageEncoding.png(TestPictures.scene(16, 16, 1), Map.of("workflow", workflow));
        GenerationMetadata found = GenerationMetadata.read(png, "a.png").orElseThrow();
        assertEquals(Optional.of("a fox"), found.prompt());
        assertEquals(Optional.of("bad"), found.negative());
        assertEquals(Optional.of(42L), found.seed());
        assertEquals(Optional.of("m.safetensors"), found.model());
        assertTrue(found.note().orElseThrow().contains("editor's workflow"));
    }

    @Test
    void aPictureOfAnImpossibleSizeMayBeAScreenshot() throws ImageException {
        String graph =
                SAMPLER
                        + """
                        "6":{"class_type":"CLIPTextEncode","inputs":{"text":"a fox","clip":["4",1]}}"""
                        + END;
        byte[] png = ImageEncoding.png(TestPictures.scene(37, 21, 1), Map.of("prompt", graph));
        GenerationMetadata found = GenerationMetadata.read(png, "a.png").orElseThrow();
        assertTrue(found.note().orElseThrow().contains("37 x 21"));
    }

    private static GenerationMetadata read(String graph) {
        return ComfyPrompt.read(ComfyGraph.ofApi(GeneratorTexts.json(graph).orElseThrow()));
    }
}
