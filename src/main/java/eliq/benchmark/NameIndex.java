package eliq.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds paths by the names that other files use for them: the path itself, its end, its last part, its last part without
 * extension, whichever is the first to be found. Capitals and small letters count as the same.
 */
final class NameIndex {
    /** How a name was found. */
    enum Level {
        PATH,
        END,
        NAME,
        STEM
    }

    /**
     * @param places of the paths that the name fits, ascending
     */
    record Found(Level level, List<Integer> places) {}

    private final List<Map<String, List<Integer>>> levels = new ArrayList<>();

    /**
     * @param paths with forward slashes
     * @param parts that the longest name has
     */
    NameIndex(List<String> paths, int parts) {
        levels.add(index(paths, path -> path));
        levels.add(index(paths, path -> end(path, parts)));
        levels.add(index(paths, path -> end(path, 1)));
        levels.add(index(paths, path -> stem(end(path, 1))));
    }

    private static Map<String, List<Integer>> index(List<String> paths, UnaryOperator<String> key) {
        Map<String, List<Integer>> index = new HashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            index.computeIfAbsent(key.apply(plain(paths.get(i))), k -> new ArrayList<>()).add(i);
        }
        return index;
    }

    private static String plain(String path) {
        String lower = path.toLowerCase(Locale.ROOT).replace('\\', '/');
        return lower.startsWith("./") ? lower.substring(2) : lower;
    }

    /** What fits the name best. */
    Optional<Found> find(String name) {
        String path = plain(name);
        String last = end(path, 1);
        List<String> keys = List.of(path, path, last, stem(last));
        for (Level level : Level.values()) {
            List<Integer> places = levels.get(level.ordinal()).get(keys.get(level.ordinal()));
            if (places != null) {
                return Optional.of(new Found(level, places));
            }
        }
        return Optional.empty();
    }

    static int parts(List<String> names) {
        return names.stream()
                .mapToInt(name -> 1 + (int) name.chars().filter(c -> c == '/').count())
                .max()
                .orElse(1);
    }

    /** The last parts of a path. */
    private static String end(String path, int parts) {
        int from = path.length();
        for (int i = 0; i < parts && from > 0; i++) {
            from = path.lastIndexOf('/', from - 1);
        }
        return path.substring(from + 1);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
