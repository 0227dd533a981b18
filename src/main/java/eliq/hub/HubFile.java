package eliq.hub;

import java.util.Arrays;

/**
 * A file of a repository.
 *
 * @param path within the repository, with {@code /}
 * @param size bytes
 */
record HubFile(String path, long size, FileDigest digest) {
    HubFile {
        if (!isSafe(path) || size < 0) {
            throw new IllegalArgumentException("no file of a repository: " + path);
        }
    }

    /** Whether a path stays in its folder on every system. */
    static boolean isSafe(String path) {
        return !path.isEmpty()
                && path.chars().noneMatch(c -> c < ' ' || c == '\\')
                && !path.matches("[A-Za-z]:.*")
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(s -> s.isEmpty() || s.equals(".") || s.equals(".."));
    }
}
