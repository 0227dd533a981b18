package eliq.benchmark;

import eliq.image.ImageFiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which file belongs to which image of a set.
 *
 * @param files by image name, in the order of the set
 * @param missing images without a file
 * @param ambiguous images whose name several files have, each a sentence
 * @param extra image files that no image of the set names
 * @param byStem how many were found under another extension
 */
public record ImageMatch(
        Map<String, Path> files,
        List<String> missing,
        List<String> ambiguous,
        List<Path> extra,
        int byStem) {

    /** Looks for a set's images below a folder: by relative path, then by the end of the path, by file name, and by name without extension. */
    public static ImageMatch find(List<String> names, Path folder) {
        List<Path> found = ImageFiles.expand(List.of(folder.toAbsolutePath().normalize())).images();
        Path root = folder.toAbsolutePath().normalize();
        int parts = names.stream().mapToInt(ImageMatch::parts).max().orElse(1);
        List<Map<String, List<Path>>> indices =
                List.of(
                        index(found, file -> relative(root, file)),
                        index(found, file -> end(relative(root, file), parts)),
                        index(found, file -> file.getFileName().toString()),
                        index(found, ImageFiles::stem));
        Map<String, Path> files = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        List<String> ambiguous = new ArrayList<>();
        Set<Path> used = new HashSet<>();
        int byStem = 0;
        for (String name : names) {
            Optional<List<Path>> candidates = Optional.empty();
            int level = 0;
            for (; level < indices.size() && candidates.isEmpty(); level++) {
                candidates = Optional.ofNullable(indices.get(level).get(key(name, level)));
            }
            if (candidates.isEmpty()) {
                missing.add(name);
            } else if (candidates.get().size() > 1) {
                List<Path> paths = candidates.get();
                ambiguous.add(name + " could be " + paths.get(0) + " or " + paths.get(1) + ".");
                used.addAll(paths);
            } else {
                files.put(name, candidates.get().getFirst());
                used.add(candidates.get().getFirst());
                byStem += level == indices.size() ? 1 : 0;
            }
        }
        List<Path> extra = found.stream().filter(file -> !used.contains(file)).toList();
        return new ImageMatch(files, missing, ambiguous, extra, byStem);
    }

    private static Map<String, List<Path>> index(List<Path> files, Function<Path, String> key) {
        Map<String, List<Path>> index = new HashMap<>();
        for (Path file : files) {
            index.computeIfAbsent(key.apply(file).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                    .add(file);
        }
        return index;
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static int parts(String path) {
        return 1 + (int) path.chars().filter(c -> c == '/').count();
    }

    /** The last parts of a path. */
    private static String end(String path, int parts) {
        int from = path.length();
        for (int i = 0; i < parts && from > 0; i++) {
            from = path.lastIndexOf('/', from - 1);
        }
        return path.substring(from + 1);
    }

    /** What a name is looked up by: its whole path, the same again, its last part, its last part without extension. */
    private static String key(String name, int level) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (level < 2) {
            return lower.startsWith("./") ? lower.substring(2) : lower;
        }
        String last = lower.substring(lower.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return level == 2 || dot <= 0 ? last : last.substring(0, dot);
    }
}
