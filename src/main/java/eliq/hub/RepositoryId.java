package eliq.hub;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository on a hub.
 *
 * @param name {@code NAME} or {@code ORG/NAME}, by the hub's rules: each part of letters, digits, {@code . _ -}, 96
 *     characters at most, without {@code --} and {@code ..}, not ending in {@code .git}
 */
record RepositoryId(String name) {
    private static final Pattern VALID =
            Pattern.compile("(?:[A-Za-z0-9_][\\w.-]{0,95}/)?[A-Za-z0-9_][\\w.-]{0,95}");
    private static final String PREFIX = "models--";

    RepositoryId {
        if (!isValid(name)) {
            throw new IllegalArgumentException("no repository: " + name);
        }
    }

    static boolean isValid(String name) {
        return VALID.matcher(name).matches()
                && !name.contains("--")
                && !name.contains("..")
                && !name.endsWith(".")
                && !name.endsWith("-")
                && !name.endsWith(".git");
    }

    /** The repository whose cache folder has this name; none if it is no folder of a model. */
    static Optional<RepositoryId> ofFolder(String folder) {
        if (!folder.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String name = folder.substring(PREFIX.length()).replaceFirst("--", "/");
        return isValid(name) ? Optional.of(new RepositoryId(name)) : Optional.empty();
    }

    /** Its folder in a cache. */
    String folder() {
        return PREFIX + name.replace("/", "--");
    }

    @Override
    public String toString() {
        return name;
    }
}
