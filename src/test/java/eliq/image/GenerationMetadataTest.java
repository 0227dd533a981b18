package eliq.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each generator's way of leaving its prompt is read as. */
class GenerationMetadataTest {

    private static final String WEB_UI =
            """
            a red fox, (snow:1.2)
            second line
            Negative prompt: blurry,
            text
            Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 788786040, Size: 512x512, Model hash: abc123, \
            Model: sd_v1-5, Lora hashes: "a: 1, b: 2", Version: v1.10.1""";

    @Test
    void automatic1111KeepsLinesNegativeSeedAndModelApart() throws ImageException {
        GenerationMetadata found = png(Map.of("parameters", WEB_UI));
        assertEquals("AUTOMATIC1111", found.tool());
        assertEquals(Optional.of("a red fox, (snow:1.2)\nsecond line"), found.prompt());
        assertEquals(Optional.of("blurry,\ntext"), found.negative());
        assertEquals(Optional.of(788786040L), found.seed());
        assertEquals(Optional.of("sd_v1-5"), found.model());
        assertEquals(Optional.empty(), found.note());
    }

    @Test
    void aCommaInsideAQuotedSettingBelongsToTheSetting() {
        assertEquals(
                Map.of("Steps", "20", "Lora hashes", "a: 1, b: 2", "Seed", "5"),
                WebUiParameters.settings("Steps: 20, Lora hashes: \"a: 1, b: 2\", Seed: 5"));
    }

    @Test
    void settingsWithoutAPromptAreNotTakenForOne() throws ImageException {
        GenerationMetadata found =
                png(Map.of("parameters", "Steps: 20, Sampler: Euler a, Seed: 7"));
        assertEquals(Optional.empty(), found.prompt());
        assertEquals(Optional.of(7L), found.seed());
        assertTrue(found.note().orElseThrow().contains("the prompt in front of them is empty"));
    }

    @Test
    void aCompressedTextChunkIsReadLikeAPlainOne() throws ImageException {
        byte[] body =
                TestFiles.concat(
                        "parameters\0\0".getBytes(StandardCharsets.US_ASCII),
                        TestFiles.deflate(WEB_UI.getBytes(StandardCharsets.UTF_8)));
        byte[] png = TestFiles.withChunk(TestFiles.bytes("scene.png"), "zTXt", body);
        assertEquals(
                Optional.of(788786040L),
                GenerationMetadata.read(png, "a.png").orElseThrow().seed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-8"})
    void aJpegCarriesItInTheExifUserComment(String charset) throws Exception {
        byte[] text = "a 狐 in snow\nSteps: 20, Seed: 9".getBytes(charset);
        byte[] comment = TestFiles.concat("UNICODE\0".getBytes(StandardCharsets.US_ASCII), text);
        byte[] jpeg =
                TestFiles.withSegment(
                        ImageEncoding.jpeg(TestPictures.scene(16, 16, 1), 0.8f),
                        0xE1,
                        TestFiles.concat(
                                "Exif\0\0".getBytes(StandardCharsets.US_ASCII),
                                TestFiles.exifWithUserComment(comment)));
        GenerationMetadata found = GenerationMetadata.read(jpeg, "a.jpg").orElseThrow();
        assertEquals(Optional.of("a 狐 in snow"), found.prompt());
        assertEquals(Optional.of(9L), found.seed());
    }

    @Test
    void invokeAiOldAndNew() throws ImageException {
        GenerationMetadata current =
                png(
                        Map.of(
                                "invokeai_metadata",
                                """
                                {"positive_prompt":"a fox","negative_prompt":"dog","seed":3,"model":{"name":"sdxl"}}"""));
        assertEquals(Optional.of("a fox"), current.prompt());
        assertEquals(Optional.of("dog"), current.negative());
        assertEquals(Optional.of("sdxl"), current.model());
        GenerationMetadata old =
                png(Map.of("Dream", "\"a fox [dog] in snow\" -s 50 -S 1234 -W 512"));
        assertEquals("InvokeAI", old.tool());
        assertEquals(Optional.of("a fox  in snow"), old.prompt());
        assertEquals(Optional.of("dog"), old.negative());
        assertEquals(Optional.of(1234L), old.seed());
    }

    @Test
    void novelAiFooocusSwarmAndEasyDiffusion() throws ImageException {
        GenerationMetadata novel =
                png(
                        Map.of(
                                "Software", "NovelAI",
                                "Description", "a fox",
                                "Comment", "{\"uc\":\"bad\",\"seed\":5}"));
        assertEquals("NovelAI", novel.tool());
        assertEquals(Optional.of("a fox"), novel.prompt());
        assertEquals(Optional.of("bad"), novel.negative());
        GenerationMetadata fooocus =
                png(
                        Map.of(
                                "parameters",
                                "{\"prompt\":\"a fox\",\"base_model\":\"x\",\"seed\":\"8\"}"));
        assertEquals("Fooocus", fooocus.tool());
        assertEquals(Optional.of(8L), fooocus.seed());
        GenerationMetadata swarm =
                png(
                        Map.of(
                                "parameters",
                                "{\"sui_image_params\":{\"prompt\":\"a fox\",\"seed\":8}}"));
        assertEquals("SwarmUI", swarm.tool());
        assertEquals(Optional.of("a fox"), swarm.prompt());
        GenerationMetadata easy =
                png(Map.of("prompt", "a fox", "negative_prompt", "dog", "seed", "4"));
        assertEquals(Optional.of("a fox"), easy.prompt());
        assertEquals(Optional.of("dog"), easy.negative());
    }

    @Test
    void textOfAnUnknownKindIsOfferedButNotTakenForAPrompt() throws ImageException {
        GenerationMetadata found = png(Map.of("Description", "OLYMPUS DIGITAL CAMERA"));
        assertEquals(Optional.empty(), found.prompt());
        assertEquals(List.of("OLYMPUS DIGITAL CAMERA"), found.candidates());
        assertTrue(found.note().orElseThrow().contains("Description"));
    }

    @Test
    void aFileWithoutTextHasNoMetadata() throws ImageException {
        assertEquals(
                Optional.empty(),
                GenerationMetadata.read(TestFiles.bytes("scene.png"), "scene.png"));
        assertEquals(
                Optional.empty(), GenerationMetadata.read(TestFiles.bytes("lossy.webp"), "a.webp"));
    }

    private static GenerationMetadata png(Map<String, String> texts) throws ImageException {
        byte[] png = ImageEncoding.png(TestPictures.scene(16, 16, 1), texts);
        return GenerationMetadata.read(png, "a.png").orElseThrow();
    }
}
