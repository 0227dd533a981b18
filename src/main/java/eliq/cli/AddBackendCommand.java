package eliq.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eliq.generate.GenerateException;
import eliq.generate.backends.BackendConfig;
import eliq.generate.backends.Backends;
import eliq.generate.backends.ConfigFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets a backend up. */
@Command(
        name = "add",
        description = {
            "Adds a backend to the workspace, or replaces one of the same name with --replace. It is not asked anything;",
            "'eliq backends test' does that. Everything can be changed in backends.json by hand as well."
        },
        footer = {
            "",
            "Settings (--set), with their defaults:",
            "  connectTimeout=5s readTimeout=30s retries=3 retryPause=500ms pollInterval=1s queueTimeout=2h",
            "  stallTimeout=15m goneTimeout=2m resubmissions=1 blackRetries=0",
            "",
            "Examples:",
            "  eliq backends add studio --kind comfyui --url http://127.0.0.1:8188",
            "  eliq backends add studio --kind comfyui --url http://127.0.0.1:8188 --replace \\",
            "      --input flux-1-dev:12.unet_name=my-flux.safetensors --input qwen-image:3.steps=30 --set blackRetries=2",
            "  eliq backends add own --kind comfyui --url http://127.0.0.1:8188 \\",
            "      --workflow mine=mine-api.json --slot mine:prompt=\"My text.text\" --workflow-size mine=1024x768",
            "  eliq backends add forge --kind webui --url http://127.0.0.1:7860 --login-variable FORGE_LOGIN",
            "  eliq backends add cloud --kind openai --url https://images.example/v1 --model some-model --key-variable IMAGES_KEY",
            "  eliq backends add renders --kind folder --folder renders/ --prompts prompts.csv"
        })
final class AddBackendCommand extends WorkbenchCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(
            paramLabel = "NAME",
            description = "Lower-case letters, digits and dashes; begins its generators' names.")
    private String name;

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "comfyui, webui, openai or folder.")
    private String kind;

    @Option(names = "--url", paramLabel = "URL", description = "Address of the server.")
    private String url;

    @Option(
            names = "--key-variable",
            paramLabel = "VARIABLE",
            description = "Environment variable that holds a key, sent as a bearer token.")
    private String keyVariable;

    @Option(
            names = "--login-variable",
            paramLabel = "VARIABLE",
            description = "Environment variable that holds user:password, sent as HTTP Basic.")
    private String loginVariable;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting for waiting and trying again; see below. May be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--weak",
            split = ",",
            paramLabel = "MODEL",
            description = "Models that draw weak pictures, from the best to the poorest.")
    private List<String> weak;

    @Option(
            names = "--early-stop",
            paramLabel = "WAY",
            description =
                    "comfyui: what of an unfinished run is decoded, clean-estimate or latents.")
    private String earlyStop;

    @Option(
            names = "--input",
            paramLabel = "MODEL:NODE.INPUT=VALUE",
            description = "comfyui: another value in a model's workflow, such as a file name.")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Option(
            names = "--workflow",
            paramLabel = "MODEL=FILE",
            description = "comfyui: a workflow of your own, exported in the API format.")
    private Map<String, Path> workflows = new LinkedHashMap<>();

    @Option(
            names = "--slot",
            paramLabel = "MODEL:SLOT=NODE.INPUT",
            description = {
                "comfyui: where a request goes into your workflow; the node by id or title. Slots: prompt, negative, seed,",
                "width, height, image, prefix. Default: told from titles and links."
            })
    private Map<String, String> slots = new LinkedHashMap<>();

    @Option(
            names = "--workflow-size",
            paramLabel = "MODEL=WxH",
            description = "comfyui: the size your workflow's model was trained for.")
    private Map<String, String> sizes = new LinkedHashMap<>();

    @Option(
            names = "--edits",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "MODEL",
            description =
                    "comfyui: this workflow of yours edits a picture; openai: it has /images/edits.")
    private String edits;

    @Option(
            names = "--checkpoint",
            paramLabel = "MODEL=FILE",
            description = "webui: a checkpoint of your own, by its file name.")
    private Map<String, String> checkpoints = new LinkedHashMap<>();

    @Option(names = "--model", paramLabel = "MODEL", description = "openai: the model's name.")
    private String model;

    @Option(
            names = "--response-format",
            paramLabel = "FORMAT",
            description = "openai: b64_json or url. Default: not sent.")
    private String responseFormat;

    @Option(names = "--folder", paramLabel = "DIR", description = "folder: where the images are.")
    private Path folder;

    @Option(
            names = "--prompts",
            paramLabel = "FILE.csv",
            description = "folder: a table with the columns image and prompt.")
    private Path prompts;

    @Option(names = "--replace", description = "Replace a backend of this name.")
    private boolean replace;

    AddBackendCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (!BackendConfig.KINDS.contains(kind)) {
            throw new UsageException(
                    "--kind: '"
                            + kind
                            + "' is no kind of backend; choose one of "
                            + String.join(", ", BackendConfig.KINDS));
        }
        if (kind.equals("folder") && folder == null) {
            throw new UsageException(
                    "--folder is missing: a backend of kind folder takes its images from one");
        }
        if (!kind.equals("folder") && url == null) {
            throw new UsageException(
                    "--url is missing: a backend of kind " + kind + " is a server");
        }
    }

    @Override
    int run(Session session) throws Exception {
        ConfigFile file = session.workbench().generators().file();
        BackendConfig config;
        try {
            config = file.parse(fields());
            // Workflows are read and settings tried, but no secret is looked for and no server
            // asked.
            Backends.check(config);
        } catch (GenerateException e) {
            throw new UsageException(e.getMessage());
        }
        List<BackendConfig> all = new ArrayList<>(file.read());
        boolean known = all.stream().anyMatch(other -> other.name().equals(name));
        if (known && !replace) {
            throw new UsageException(
                    "there is a backend named '" + name + "' already; add --replace to replace it");
        }
        all.removeIf(other -> other.name().equals(name));
        all.add(config);
        file.write(all);
        session.display()
                .say(
                        "Added %s to %s. 'eliq backends test %s' asks it how it is."
                                .formatted(name, file.path(), name));
        return Failures.OK;
    }

    private ObjectNode fields() throws UsageException {
        ObjectNode fields = JSON.createObjectNode();
        fields.put("name", name).put("kind", kind);
        put(fields, "url", url);
        put(fields, "keyVariable", keyVariable);
        put(fields, "loginVariable", loginVariable);
        put(fields, "earlyStop", earlyStop);
        put(fields, "model", model);
        put(fields, "responseFormat", responseFormat);
        put(fields, "folder", absolute(folder));
        put(fields, "prompts", absolute(prompts));
        settings.forEach(
                (key, value) -> fields.withObjectProperty("settings").set(key, literal(value)));
        if (weak != null) {
            weak.stream().filter(key -> !key.isBlank()).forEach(fields.putArray("weak")::add);
        }
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            String[] at = twoParts("--input", input.getKey());
            fields.withObjectProperty("inputs")
                    .withObjectProperty(at[0])
                    .set(at[1], literal(input.getValue()));
        }
        workflows.forEach(
                (key, file) ->
                        fields.withObjectProperty("workflows")
                                .withObjectProperty(key)
                                .put("file", absolute(file)));
        for (Map.Entry<String, String> slot : slots.entrySet()) {
            String[] at = twoParts("--slot", slot.getKey());
            workflow(fields, "--slot", at[0])
                    .withObjectProperty("slots")
                    .put(at[1], slot.getValue());
        }
        for (Map.Entry<String, String> size : sizes.entrySet()) {
            int[] sides = SizeText.read("--workflow-size", size.getValue());
            workflow(fields, "--workflow-size", size.getKey())
                    .put("width", sides[0])
                    .put("height", sides[1]);
        }
        if (edits != null && kind.equals("openai")) {
            fields.put("edits", true);
        } else if (edits != null) {
            workflow(fields, "--edits", edits).put("editor", true);
        }
        checkpoints.forEach(
                (key, checkpoint) ->
                        fields.withObjectProperty("models")
                                .withObjectProperty(key)
                                .put("checkpoint", checkpoint));
        return fields;
    }

    private ObjectNode workflow(ObjectNode fields, String option, String key)
            throws UsageException {
        if (!workflows.containsKey(key)) {
            throw new UsageException(
                    option + ": there is no workflow '" + key + "'; give it with --workflow");
        }
        return fields.withObjectProperty("workflows").withObjectProperty(key);
    }

    private static void put(ObjectNode fields, String field, String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }

    private static String absolute(Path path) {
        return path == null ? null : path.toAbsolutePath().normalize().toString();
    }

    private static String[] twoParts(String option, String key) throws UsageException {
        int colon = key.indexOf(':');
        if (colon < 1 || colon == key.length() - 1) {
            throw new UsageException(
                    option
                            + ": '"
                            + key
                            + "' does not name a model and a place in it, as in mine:6.text");
        }
        return new String[] {key.substring(0, colon), key.substring(colon + 1)};
    }

    /** Numbers and truth values as such, all else as text. */
    private static JsonNode literal(String value) {
        try {
            JsonNode node = JSON.readTree(value);
            return node != null && (node.isNumber() || node.isBoolean())
                    ? node
                    : TextNode.valueOf(value);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(value);
        }
    }
}
