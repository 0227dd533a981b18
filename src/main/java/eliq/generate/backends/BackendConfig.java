package eliq.generate.backends;

import eliq.generate.comfyui.ComfyUiOptions;
import eliq.generate.http.HttpSettings;
import eliq.generate.openai.OpenAiOptions;
import eliq.generate.webui.WebUiModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A backend as the user set it up. Holds no secret, only the names of environment variables that do. */
public sealed interface BackendConfig {

    /** What {@link #kind} may answer. */
    List<String> KINDS = List.of("comfyui", "webui", "openai", "folder");

    /** Lower-case letters, digits and dashes; the first part of its generators' names. */
    String name();

    /** As written in the file and on the command line. */
    default String kind() {
        return switch (this) {
            case ComfyUi comfyUi -> "comfyui";
            case WebUi webUi -> "webui";
            case OpenAi openAi -> "openai";
            case Folder folder -> "folder";
        };
    }

    /** Its address or its folder. */
    default String place() {
        return switch (this) {
            case ComfyUi c -> c.server().url().toString();
            case WebUi w -> w.server().url().toString();
            case OpenAi o -> o.server().url().toString();
            case Folder f -> f.folder().toString();
        };
    }

    /**
     * What is needed to talk to a server.
     *
     * @param url http or https, without the paths of its API
     * @param keyVariable environment variable whose value is sent as a bearer token
     * @param loginVariable environment variable whose value, {@code user:password}, is sent as HTTP Basic
     */
    record Server(
            URI url,
            Optional<String> keyVariable,
            Optional<String> loginVariable,
            HttpSettings settings) {}

    /** A ComfyUI server. */
    record ComfyUi(String name, Server server, ComfyUiOptions options) implements BackendConfig {}

    /**
     * AUTOMATIC1111 or Forge.
     *
     * @param models checkpoints of the user's own
     * @param weak keys of the models that draw weak pictures, from the best to the poorest
     * @param denoising of an edit, 0..1
     */
    record WebUi(
            String name,
            Server server,
            List<WebUiModel> models,
            List<String> weak,
            double denoising)
            implements BackendConfig {
        /** Models that draw weak pictures where nothing else is said. */
        public static final List<String> WEAK = List.of("sd-1.5", "sd-1.4", "sd-1.1");

        /** {@link #denoising} where nothing else is said: composition kept, colours and details not. */
        public static final double DENOISING = 0.5;
    }

    /** An endpoint of the form of OpenAI's images API. */
    record OpenAi(String name, Server server, OpenAiOptions options) implements BackendConfig {}

    /**
     * Images that are there already.
     *
     * @param prompts CSV file with columns for image and prompt
     */
    record Folder(String name, Path folder, Optional<Path> prompts) implements BackendConfig {}
}
