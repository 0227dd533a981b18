package eliq.benchmark;

import eliq.image.ImageFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Path root = folder.toAbsolutePath().normalize();
        List<Path> found = ImageFiles.expand(List.of(root)).images();
        NameIndex index =
                new NameIndex(
                        found.stream()
                                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                                .toList(),
                        NameIndex.parts(names));
        Map<String, Path> files = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        List<String> ambiguous = new ArrayList<>();
        Set<Path> used = new HashSet<>();
        int byStem = 0;
        for (String name : names) {
            Optional<NameIndex.Found> candidates = index.find(name);
            if (candidates.isEmpty()) {
                missing.add(name);
                continue;
            }
            List<Path> paths = candidates.get().places().stream().map(found::get).toList();
            used.addAll(paths);
            if (paths.size() > 1) {
                ambiguous.add(name + " could be " + paths.get(0) + " or " + paths.get(1) + ".");
            } else {
                files.put(name, paths.getFirst());
                byStem += candidates.get().level() == NameIndex.Level.STEM ? 1 : 0;
            }
        }
        List<Path> extra = found.stream().filter(file -> !used.contains(file)).toList();
        return new ImageMatch(files, missing, ambiguous, extra, byStem);
    }
}
