package eliq.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Proxies by the variables that other clients read: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, and NO_PROXY for hosts and domains
 * that are asked directly; in lower case too, which goes first. Without them, those of the Java platform.
 */
final class EnvironmentProxies extends ProxySelector {
    private static final int STANDARD_PORT = 8080;

    private final Map<String, String> variables;
    private final Optional<ProxySelector> platform;

    /**
     * @param variables of the environment
     * @param platform asked where they name no proxy
     */
    EnvironmentProxies(Map<String, String> variables, Optional<ProxySelector> platform) {
        this.variables = Map.copyOf(variables);
        this.platform = platform;
    }

    @Override
    public List<Proxy> select(URI uri) {
        Optional<String> named = value(uri.getScheme() + "_proxy").or(() -> value("all_proxy"));
        if (named.isEmpty()) {
            return platform.map(p -> p.select(uri)).orElse(List.of(Proxy.NO_PROXY));
        }
        return isDirect(uri.getHost())
                ? List.of(Proxy.NO_PROXY)
                : List.of(proxy(named.get()).orElse(Proxy.NO_PROXY));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name))
                .or(() -> Optional.ofNullable(variables.get(name.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    private boolean isDirect(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return Arrays.stream(value("no_proxy").orElse("").split("[,\\s]+"))
                .map(entry -> entry.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(e -> e.equals("*") || name.equals(e) || name.endsWith("." + e));
    }

    private static Optional<Proxy> proxy(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
            return Optional.of(
                    new Proxy(
                            Proxy.Type.HTTP,
                            InetSocketAddress.createUnresolved(uri.getHost(), port)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The request fails with the same exception, and its user is told.
    }
}
