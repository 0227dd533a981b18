package eliq.generate.backends;

import eliq.generate.Backend;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.Generators;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.generate.backends.BackendConfig.Server;
import eliq.generate.comfyui.ComfyUiBackend;
import eliq.generate.comfyui.ComfyUiOptions;
import eliq.generate.folder.FolderBackend;
import eliq.generate.http.Http;
import eliq.generate.http.HttpSettings;
import eliq.generate.openai.OpenAiBackend;
import eliq.generate.webui.WebUiBackend;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The backends at hand: the painter, those of the workspace's {@link ConfigFile}, and, where the environment variables
 * {@value #COMFYUI} and {@value #WEBUI} hold an address and no backend of that name is configured, {@code comfyui} and
 * {@code webui}. None is asked anything before it is used.
 */
public final class Backends implements Generators {
    /** Address of a ComfyUI server. */
    public static final String COMFYUI = "ELIQ_COMFYUI_URL";

    /** Address of a web UI. */
    public static final String WEBUI = "ELIQ_WEBUI_URL";

    private static final String PAINTER = "painter";

    private final Map<String, BackendConfig> configs;
    private final Map<String, Backend> backends = new LinkedHashMap<>();
    private final Map<String, GenerateException> broken = new LinkedHashMap<>();

    private Backends(Map<String, BackendConfig> configs, Map<String, String> environment) {
        this.configs = configs;
        Backend painter = new PainterBackend();
        backends.put(painter.name(), painter);
        for (BackendConfig config : configs.values()) {
            try {
                backends.put(config.name(), backend(config, environment));
            } catch (GenerateException e) {
                // The others are of use all the same; who asks for this one is told.
                broken.put(config.name(), e);
            }
        }
    }

    /**
     * Those of a workspace.
     *
     * @param workspace its folder
     * @param environment variables, where secrets are looked up
     * @throws GenerateException where the file cannot be read; a backend that cannot be set up is no error before it is
     *     asked for
     */
    public static Backends open(Path workspace, Map<String, String> environment)
            throws GenerateException {
        return of(new ConfigFile(workspace).read(), environment);
    }

    /** These, the painter, and those of the environment. */
    public static Backends of(List<BackendConfig> configured, Map<String, String> environment)
            throws GenerateException {
        Map<String, BackendConfig> configs = new LinkedHashMap<>();
        configured.forEach(config -> configs.put(config.name(), config));
        Optional<Server> comfyUi = server(environment, COMFYUI);
        if (comfyUi.isPresent() && !configs.containsKey("comfyui")) {
            configs.put(
                    "comfyui",
                    new BackendConfig.ComfyUi("comfyui", comfyUi.get(), ComfyUiOptions.standard()));
        }
        Optional<Server> webUi = server(environment, WEBUI);
        if (webUi.isPresent() && !configs.containsKey("webui")) {
            configs.put(
                    "webui",
                    new BackendConfig.WebUi(
                            "webui",
                            webUi.get(),
                            List.of(),
                            BackendConfig.WebUi.WEAK,
                            BackendConfig.WebUi.DENOISING));
        }
        return new Backends(configs, environment);
    }

    private static Optional<Server> server(Map<String, String> environment, String variable)
            throws GenerateException {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        URI url =
                ConfigReader.url(value)
                        .orElseThrow(
                                () ->
                                        new GenerateException(
                                                Reason.REFUSED,
                                                "The environment variable %s holds '%s'; an address with http:// or https:// is expected."
                                                        .formatted(variable, value)));
        return Optional.of(
                new Server(url, Optional.empty(), Optional.empty(), HttpSettings.DEFAULT));
    }

    /**
     * Tries whether a backend can be set up, but for its secrets.
     *
     * @throws GenerateException saying what is wrong with it
     */
    public static void check(BackendConfig config) throws GenerateException {
        backend(config, Map.of(), false);
    }

    private static Backend backend(BackendConfig config, Map<String, String> environment)
            throws GenerateException {
        return backend(config, environment, true);
    }

    private static Backend backend(
            BackendConfig config, Map<String, String> environment, boolean secrets)
            throws GenerateException {
        return switch (config) {
            case BackendConfig.ComfyUi c ->
                    new ComfyUiBackend(
                            http(c.name(), c.server(), environment, secrets), c.options());
            case BackendConfig.WebUi w ->
                    new WebUiBackend(
                            http(w.name(), w.server(), environment, secrets),
                            w.models(),
                            w.weak(),
                            w.denoising());
            case BackendConfig.OpenAi o ->
                    new OpenAiBackend(
                            http(o.name(), o.server(), environment, secrets), o.options());
            case BackendConfig.Folder f -> new FolderBackend(f.name(), f.folder(), f.prompts());
        };
    }

    private static Http http(
            String name, Server server, Map<String, String> environment, boolean secrets)
            throws GenerateException {
        Map<String, String> headers = new LinkedHashMap<>();
        if (secrets && server.keyVariable().isPresent()) {
            headers.put(
                    "Authorization",
                    "Bearer " + secret(name, server.keyVariable().get(), environment));
        } else if (secrets && server.loginVariable().isPresent()) {
            String login = secret(name, server.loginVariable().get(), environment);
            headers.put(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        return new Http(name, server.url(), headers, server.settings());
    }

    private static String secret(String name, String variable, Map<String, String> environment)
            throws GenerateException {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            throw new GenerateException(
                    Reason.REFUSED,
                    name
                            + ": the environment variable "
                            + variable
                            + ", which should hold its key, is not set; set it and start again.");
        }
        return value;
    }

    /** What is configured, in order; the painter is not among it. */
    public List<BackendConfig> configs() {
        return List.copyOf(configs.values());
    }

    /** Names of all backends, the painter first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(PAINTER));
        names.addAll(configs.keySet());
        return names;
    }

    /**
     * A backend by its name.
     *
     * @throws GenerateException where there is none, or where it cannot be set up
     */
    public Backend backend(String name) throws GenerateException {
        if (broken.containsKey(name)) {
            throw broken.get(name);
        }
        Backend backend = backends.get(name);
        if (backend == null) {
            throw new GenerateException(
                    Reason.REFUSED,
                    "There is no backend named \"%s\"; known: %s. 'eliq backends add' sets one up."
                            .formatted(name, String.join(", ", names())));
        }
        return backend;
    }

    @Override
    public List<String> generatorNames() {
        return backends.values().stream()
                .flatMap(backend -> backend.generators().stream())
                .map(ImageGenerator::name)
                .toList();
    }

    @Override
    public List<String> editorNames() {
        return backends.values().stream()
                .flatMap(backend -> backend.editors().stream())
                .map(ImageEditor::name)
                .toList();
    }

    @Override
    public ImageGenerator generator(String name) throws GenerateException {
        Backend backend = backend(backendOf(name));
        return backend.generators().stream()
                .filter(generator -> generator.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                unknown(
                                        "generator",
                                        name,
                                        backend.generators().stream()
                                                .map(ImageGenerator::name)
                                                .toList()));
    }

    @Override
    public ImageEditor editor(String name) throws GenerateException {
        Backend backend = backend(backendOf(name));
        return backend.editors().stream()
                .filter(editor -> editor.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                unknown(
                                        "editor",
                                        name,
                                        backend.editors().stream()
                                                .map(ImageEditor::name)
                                                .toList()));
    }

    private static String backendOf(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private static GenerateException unknown(String what, String name, List<String> known) {
        return new GenerateException(
                Reason.REFUSED,
                "There is no %s named \"%s\"; known there: %s."
                        .formatted(
                                what, name, known.isEmpty() ? "none" : String.join(", ", known)));
    }
}
