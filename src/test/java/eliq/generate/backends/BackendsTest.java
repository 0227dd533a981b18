package eliq.generate.backends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is configured, and what comes of it. */
class BackendsTest {
    private static final String ALL =
            """
            {"backends": [
              {"name": "studio", "kind": "comfyui", "url": "http://127.0.0.1:8188",
               "settings": {"queueTimeout": "30m", "retryPause": "250ms", "blackRetries": 2},
               "inputs": {"flux-1-dev": {"12.unet_name": "my/flux.safetensors", "31.steps": 30}},
               "workflows": {"mine": {"file": "mine.json", "slots": {"prompt": ["6.text"]}, "width": 640, "height": 512}},
               "weak": ["sd-1.4"], "earlyStop": "latents"},
              {"name": "forge", "kind": "webui", "url": "http://127.0.0.1:7860", "loginVariable": "FORGE_LOGIN",
               "models": {"dream": {"checkpoint": "dream.safetensors", "steps": 30}}, "denoising": 0.4},
              {"name": "cloud", "kind": "openai", "url": "https://images.example/v1", "keyVariable": "IMAGES_KEY",
               "model": "some-model", "edits": true},
              {"name": "renders", "kind": "folder", "folder": "renders", "prompts": "renders/prompts.csv"}
            ]}
            """;

    private static final String MINE =
            """
            {"6":{"class_type":"CLIPTextEncode","inputs":{"text":"x","clip":["4",1]}},
             "4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"m.safetensors"}},
             "9":{"class_type":"SaveImage","inputs":{"images":["4",0],"filename_prefix":"x"}}}
            """;

    private static final Map<String, String> SECRETS =
            Map.of("FORGE_LOGIN", "user:secret", "IMAGES_KEY", "k-123");

    @TempDir Path home;

    private void write(String json) throws Exception {
        Files.writeString(home.resolve("mine.json"), MINE);
        Files.writeString(home.resolve(ConfigFile.NAME), json);
    }

    @Test
    void withoutAFileThereIsThePainter() throws Exception {
        Backends backends = Backends.open(home, Map.of());
        assertEquals(List.of("painter"), backends.names());
        assertEquals(List.of("painter"), backends.generatorNames());
        assertEquals("painter", backends.generator("painter").name());
        assertEquals(List.of(), backends.editorNames());
    }

    @Test
    void theFileNamesBackendsOfEveryKind() throws Exception {
        write(ALL);
        Backends backends = Backends.open(home, SECRETS);
        assertEquals(List.of("painter", "studio", "forge", "cloud", "renders"), backends.names());
        assertTrue(
                backends.generatorNames()
                        .containsAll(
                                List.of(
                                        "painter",
                                        "studio/qwen-image",
                                        "studio/mine",
                                        "forge/dream",
                                        "forge/sd-1.5",
                                        "cloud/some-model",
                                        "renders")),
                backends.generatorNames().toString());
        assertTrue(backends.editorNames().contains("studio/qwen-image-edit"));
        assertTrue(backends.editorNames().contains("cloud/some-model"));
        assertEquals(640, backends.generator("studio/mine").capabilities().preferredWidth());
        GenerateException e =
                assertThrows(GenerateException.class, () -> backends.generator("studio/qwen-imag"));
        assertEquals(Reason.REFUSED, e.reason());
        assertTrue(e.getMessage().contains("studio/qwen-image,"), e.getMessage());
        assertTrue(
                assertThrows(GenerateException.class, () -> backends.generator("nobody/x"))
                        .getMessage()
                        .contains("known: painter, studio"));
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() throws Exception {
        write(ALL);
        ConfigFile file = new ConfigFile(home);
        List<BackendConfig> all = file.read();
        file.write(all);
        assertEquals(all, file.read());
        String written = Files.readString(file.path());
        assertFalse(written.contains("secret"), written);
        assertFalse(written.contains("connectTimeout"), "defaults are left out");
        assertTrue(written.contains("\"queueTimeout\" : \"30m\""), written);
    }

    @Test
    void aSecretThatIsNotThereIsMissedOnlyByTheBackendThatNeedsIt() throws Exception {
        write(ALL);
        Backends backends = Backends.open(home, Map.of("FORGE_LOGIN", "user:secret"));
        GenerateException e =
                assertThrows(GenerateException.class, () -> backends.generator("cloud/some-model"));
        assertTrue(e.getMessage().contains("IMAGES_KEY"), e.getMessage());
        assertEquals("forge/sd-1.5", backends.generator("forge/sd-1.5").name());
    }

    @Test
    void theEnvironmentNamesServersToo() throws Exception {
        Backends backends = Backends.open(home, Map.of(Backends.COMFYUI, "http://127.0.0.1:9999"));
        assertEquals(List.of("painter", "comfyui"), backends.names());
        assertEquals("http://127.0.0.1:9999", backends.configs().getFirst().place());
        assertThrows(
                GenerateException.class,
                () -> Backends.open(home, Map.of(Backends.WEBUI, "localhost:7860")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"kind\":\"comfyui\"}|url",
                "{\"name\":\"a\",\"kind\":\"comfyui\",\"url\":\"127.0.0.1\"}|http://",
                "{\"name\":\"a\",\"kind\":\"comfyui\",\"url\":\"http://u:p@host\"}|http://",
                "{\"name\":\"a\",\"kind\":\"telepathy\",\"url\":\"http://h\"}|one of comfyui",
                "{\"name\":\"painter\",\"kind\":\"comfyui\",\"url\":\"http://h\"}|name",
                "{\"name\":\"a\",\"kind\":\"comfyui\",\"url\":\"http://h\",\"wek\":[]}|there is no field 'wek'",
                "{\"name\":\"a\",\"kind\":\"comfyui\",\"url\":\"http://h\",\"earlyStop\":\"soon\"}|clean-estimate",
                "{\"name\":\"a\",\"kind\":\"webui\",\"url\":\"http://h\",\"settings\":{\"queueTimeout\":\"soon\"}}|500ms, 30s",
                "{\"name\":\"a\",\"kind\":\"webui\",\"url\":\"http://h\",\"settings\":{\"retries\":-1}}|0 or more",
                "{\"name\":\"a\",\"kind\":\"openai\",\"url\":\"http://h\"}|model",
                "{\"name\":\"a\",\"kind\":\"folder\"}|folder"
            })
    void whatIsWrongInTheFileIsSaidWithItsPlace(String backend, String words) throws Exception {
        write("{\"backends\":[" + backend + "]}");
        GenerateException e =
                assertThrows(GenerateException.class, () -> Backends.open(home, Map.of()));
        assertTrue(e.getMessage().contains(ConfigFile.NAME), e.getMessage());
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    @Test
    void aModelOrAnInputThatIsNotThereIsSaidWhenTheBackendIsAskedFor() throws Exception {
        write(
                "{\"backends\":[{\"name\":\"a\",\"kind\":\"comfyui\",\"url\":\"http://h\",\"inputs\":{\"qwen-image\":{\"99.steps\":1}}}]}");
        Backends backends = Backends.open(home, Map.of());
        assertTrue(
                assertThrows(GenerateException.class, () -> backends.backend("a"))
                        .getMessage()
                        .contains("99.steps"));
        assertEquals(List.of("painter"), backends.generatorNames());
    }

    @Test
    void aChangedFileIsReadAgain() throws Exception {
        WorkspaceBackends workspace = new WorkspaceBackends(home, SECRETS);
        assertEquals(List.of("painter"), workspace.generatorNames());
        write(ALL);
        assertTrue(workspace.generatorNames().contains("renders"));
        assertSame(workspace.current(), workspace.current());
        Files.writeString(home.resolve(ConfigFile.NAME), "{");
        assertThrows(GenerateException.class, workspace::generatorNames);
    }
}
