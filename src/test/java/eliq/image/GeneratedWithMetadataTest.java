package eliq.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of ComfyUI and AUTOMATIC1111, each looked at by eye once. */
class GeneratedWithMetadataTest {

    private static Path folder;

    @BeforeAll
    static void find() {
        folder = TestFiles.shared("generated-with-metadata");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a1111_sd-upscale-castle-original.png | 3438565066 | a castle in a field, sully, autumn, 8k clean, Martin Johnson Heade
            comfyui_girl_in_field.png | 219670278747233 | mulan standing in front of a rice paddy
            comfyui_hunyuan_dit_1.2_example.png | 137656229034231 | a bottle with a 彩虹星系 inside it on top of a wooden table on a snowy mountain top with the ocean and clouds in the background
            comfyui_sdxl_simple_example.png | 721897303308196 | evening sunset scenery blue sky nature, glass bottle with a galaxy in it
            comfyui_sdxlturbo_example.png | 0 | beautiful landscape scenery glass bottle with a galaxy inside cute fennec fox snow HDR sunset
            comfyui_stable_cascade__text_to_image.png | 314307448448003 | evening sunset scenery blue sky nature, glass bottle with a fizzy ice cold freezing rainbow liquid in it
            comfyui_sd3_simple_example.png | 125338548270506 | a bottle with a pink and red galaxy inside it on top of a wooden table on a table in the middle of a modern kitchen
            """)
    void thePromptAndTheSeedAreThoseThatMadeThePicture(String file, long seed, String prompt)
            throws ImageException {
        GenerationMetadata found = GenerationMetadata.read(folder.resolve(file)).orElseThrow();
        assertEquals(Optional.of(prompt), found.prompt());
        assertEquals(Optional.of(seed), found.seed());
        assertEquals(Optional.empty(), found.note());
    }

    @Test
    void onlyTheFileWithoutAPositivePromptHasNone() throws ImageException {
        List<String> without = new ArrayList<>();
        for (Path file : ImageFiles.expand(List.of(folder)).images()) {
            GenerationMetadata found = GenerationMetadata.read(file).orElseThrow();
            if (found.prompt().isEmpty()) {
                without.add(file.getFileName().toString());
                assertTrue(found.note().isPresent());
            }
        }
        assertEquals(List.of("a1111_inpainting-initial-content-fill.png"), without);
    }

    @Test
    void screenshotsOfAWorkflowAreMarked() throws ImageException {
        List<String> marked = new ArrayList<>();
        for (Path file : ImageFiles.expand(List.of(folder)).images()) {
            Optional<String> note = GenerationMetadata.read(file).orElseThrow().note();
            if (note.orElse("").contains("screenshot")) {
                marked.add(file.getFileName().toString());
            }
        }
        assertEquals(
                List.of("comfyui_gligen_textbox_example.png", "comfyui_img2img_workflow.png"),
                marked);
    }

    @Test
    void boxedPartsAreCandidatesAndTheWholeTextIsThePrompt() throws ImageException {
        GenerationMetadata found =
                GenerationMetadata.read(folder.resolve("comfyui_gligen_textbox_example.png"))
                        .orElseThrow();
        assertTrue(found.prompt().orElseThrow().startsWith("photograph scenery landscape"));
        assertEquals(3, found.candidates().size());
        assertTrue(found.candidates().contains("purple galaxy bottle"));
    }

    @Test
    void everyFileIsDecoded() throws Exception {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(ImageFiles::hasImageName).toList()) {
                assertTrue(ImageDecoder.decode(file).pixels().width() >= 512);
            }
        }
    }
}
