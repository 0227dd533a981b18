package eliq.hub;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The hub and its cache as the user's environment names them, by the variables that Hugging Face's own tools read. Each
 * is read when it is asked for; the token is kept nowhere.
 */
public final class HubEnvironment {
    static final URI STANDARD_ENDPOINT = URI.create("https://huggingface.co");

    private final Map<String, String> variables;
    private final Path userHome;

    /**
     * @param variables of the environment
     * @param userHome the user's folder
     */
    public HubEnvironment(Map<String, String> variables, Path userHome) {
        this.variables = Map.copyOf(variables);
        this.userHome = userHome;
    }

    /** The environment of this process. */
    public static HubEnvironment ofProcess() {
        return new HubEnvironment(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /** Folder of the cache: HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE, {@code HF_HOME/hub}, in this order. */
    public Path cache() {
        return path("HF_HUB_CACHE")
                .or(() -> path("HUGGINGFACE_HUB_CACHE"))
                .orElseGet(() -> home().resolve("hub"));
    }

    private Path home() {
        return path("HF_HOME")
                .orElseGet(
                        () ->
                                path("XDG_CACHE_HOME")
                                        .orElseGet(() -> userHome.resolve(".cache"))
                                        .resolve("huggingface"));
    }

    /** Whether the hub must not be asked: HF_HUB_OFFLINE or TRANSFORMERS_OFFLINE. */
    boolean offline() {
        return flag("HF_HUB_OFFLINE") || flag("TRANSFORMERS_OFFLINE");
    }

    /** Whether files may be linked into snapshots: not with HF_HUB_DISABLE_SYMLINKS. */
    boolean linksAllowed() {
        return !flag("HF_HUB_DISABLE_SYMLINKS");
    }

    /** The hub: HF_ENDPOINT, or the public one. Without a slash at its end. */
    URI endpoint() throws HubException {
        Optional<String> given = value("HF_ENDPOINT").map(v -> v.replaceAll("/+$", ""));
        if (given.isEmpty()) {
            return STANDARD_ENDPOINT;
        }
        try {
            URI uri = new URI(given.get());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new HubException(
                "HF_ENDPOINT is no address of a hub: it should look like "
                        + STANDARD_ENDPOINT
                        + ". Correct it, or unset it for the public hub.");
    }

    /**
     * HF_TOKEN, HUGGING_FACE_HUB_TOKEN, or the file that logging in left (HF_TOKEN_PATH, {@code HF_HOME/token}), in this
     * order.
     */
    Optional<AccessToken> token() throws HubException {
        if (flag("HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
            return Optional.empty();
        }
        for (String name : List.of("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN")) {
            Optional<String> value = value(name);
            if (value.isPresent()) {
                return Optional.of(token(value.get(), name));
            }
        }
        Path file = path("HF_TOKEN_PATH").orElseGet(() -> home().resolve("token"));
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(token(text, file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new HubException(
                    "The access token in " + file + " cannot be read; set HF_TOKEN instead.", e);
        }
    }

    private static AccessToken token(String text, String source) throws HubException {
        try {
            return new AccessToken(text);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message might show it.
            throw new HubException(
                    "What stands in "
                            + source
                            + " is no access token: it has characters that none has. Set it anew.");
        }
    }

    /** Which proxy to go through. */
    ProxySelector proxies() {
        return new EnvironmentProxies(variables, Optional.ofNullable(ProxySelector.getDefault()));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    private boolean flag(String name) {
        return value(name)
                .map(v -> v.toUpperCase(Locale.ROOT))
                .filter(List.of("1", "ON", "YES", "TRUE")::contains)
                .isPresent();
    }

    private Optional<Path> path(String name) {
        return value(name)
                .map(
                        v ->
                                v.equals("~") || v.startsWith("~/") || v.startsWith("~\\")
                                        ? userHome.resolve(v.substring(Math.min(2, v.length())))
                                        : Path.of(v));
    }
}
