package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.generate.comfyui.FakeComfyUi;
import eliq.image.GenerationMetadata;
import eliq.image.ImageDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a server that speaks ComfyUI's protocol. */
class BackendsCommandTest {
    @TempDir Path folder;
    private TestTerminal t = new TestTerminal(false);

    private int run(String... arguments) {
        t = new TestTerminal(false);
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = folder.resolve("home").toString();
        return t.run(all);
    }

    @Test
    void anUnknownKindAndAMissingAddressAreToldByTheirOptions() {
        assertEquals(2, run("backends", "add", "x", "--kind", "nope", "--url", "http://a"));
        assertTrue(
                t.err()
                        .contains(
                                "--kind: 'nope' is no kind of backend; choose one of comfyui, webui, openai, folder"),
                t.err());
        assertEquals("", t.out());
        assertEquals(2, run("backends", "add", "x", "--kind", "comfyui"));
        assertTrue(t.err().contains("--url is missing"), t.err());
        assertEquals(2, run("backends", "add", "x", "--kind", "folder"));
        assertTrue(t.err().contains("--folder is missing"), t.err());
    }

    @Test
    void aServerIsAddedTestedTriedAndRemoved() throws Exception {
        try (FakeComfyUi server = FakeComfyUi.start()) {
            String url = server.url().toString();
            assertEquals(
                    0,
                    run(
                            "backends",
                            "add",
                            "studio",
                            "--kind",
                            "comfyui",
                            "--url",
                            url,
                            "--input",
                            "sd-1.5:3.steps=4",
                            "--set",
                            "blackRetries=1"),
                    t.err());
            assertTrue(t.err().contains("Added studio"), t.err());
            assertEquals(
                    2,
                    run("backends", "add", "studio", "--kind", "comfyui", "--url", url),
                    t.err());
            assertTrue(t.err().contains("--replace"), t.err());

            assertEquals(0, run("backends", "test", "studio", "--format", "csv"), t.err());
            assertTrue(t.err().contains("studio: ComfyUI 0.3.64"), t.err());
            assertTrue(
                    t.out().contains("studio,studio/qwen-image-edit,Qwen-Image-Edit,ready,"),
                    t.out());

            Path out = folder.resolve("fox.png");
            assertEquals(
                    0,
                    run(
                            "backends",
                            "try",
                            "studio/sd-1.5",
                            "--prompt",
                            "a red fox",
                            "--seed",
                            "9",
                            "--size",
                            "64x64",
                            "--out",
                            out.toString(),
                            "--format",
                            "json"),
                    t.err());
            JsonNode row = new ObjectMapper().readTree(t.out()).path(0);
            assertEquals("studio/sd-1.5", row.path("generator").asText());
            assertEquals("v1-5-pruned-emaonly.safetensors", row.path("model").asText());
            assertEquals(64, ImageDecoder.decode(out).pixels().width());
            GenerationMetadata metadata = GenerationMetadata.read(out).orElseThrow();
            assertEquals("a red fox", metadata.prompt().orElseThrow());
            assertEquals(9, metadata.seed().orElseThrow());
            assertEquals(
                    4,
                    server.prompts()
                            .getFirst()
                            .path("prompt")
                            .path("3")
                            .path("inputs")
                            .path("steps")
                            .asInt());

            Path edited = folder.resolve("edited.png");
            assertEquals(
                    0,
                    run(
                            "backends",
                            "try",
                            "studio/qwen-image-edit",
                            "--image",
                            out.toString(),
                            "--prompt",
                            "tilt it",
                            "--out",
                            edited.toString()),
                    t.err());
            assertTrue(Files.exists(edited));
            server.die();
            assertEquals(1, run("backends", "test", "studio"));
            assertTrue(t.out().contains("not reachable"), t.out());
        }
        assertEquals(0, run("backends", "remove", "studio"), t.err());
        assertEquals(1, run("backends", "remove", "studio"));
        assertEquals(0, run("backends", "list", "--format", "csv"));
        assertEquals(
                "backend,kind,place,use,name\npainter,built in,,generate,painter\n",
                t.out().replace("\r", ""));
    }

    @Test
    void whatIsWrongOnTheCommandLineEndsWithTwo() {
        assertEquals(2, run("backends", "add", "x", "--kind", "comfyui", "--url", "nowhere"));
        assertEquals(
                2,
                run(
                        "backends",
                        "add",
                        "x",
                        "--kind",
                        "comfyui",
                        "--url",
                        "http://h",
                        "--input",
                        "3.steps=4"));
        assertEquals(
                2,
                run(
                        "backends",
                        "add",
                        "x",
                        "--kind",
                        "comfyui",
                        "--url",
                        "http://h",
                        "--slot",
                        "mine:prompt=6.text"));
        assertEquals(
                2,
                run(
                        "backends",
                        "add",
                        "x",
                        "--kind",
                        "comfyui",
                        "--url",
                        "http://h",
                        "--weak",
                        "sd-9"));
        assertTrue(t.err().contains("sd-9"), t.err());
        assertEquals(
                2,
                run(
                        "backends",
                        "try",
                        "painter",
                        "--prompt",
                        "x",
                        "--out",
                        "x.png",
                        "--size",
                        "big"));
        assertEquals(
                2,
                run(
                        "backends",
                        "try",
                        "painter",
                        "--prompt",
                        "x",
                        "--out",
                        "x.png",
                        "--quality",
                        "poor"));
        assertEquals(2, run("backends", "prompts", "painter"));
        assertEquals(1, run("backends", "try", "nobody", "--prompt", "x", "--out", "x.png"));
        assertTrue(t.err().contains("known: painter"), t.err());
    }
}
