package eliq.benchmark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The images of a set that a list names, such as one side of a published split. */
public final class ImageSelection {
    private ImageSelection() {}

    /**
     * @param list a table with a column of image names
     * @throws BenchmarkException if a name is not in the set
     */
    public static List<RatedImage> of(RatedSet set, Path list) throws BenchmarkException {
        Map<String, RatedImage> byName = new HashMap<>();
        List<String> names = set.images().stream().map(RatedImage::name).toList();
        set.images().forEach(image -> byName.put(image.name(), image));
        NameIndex index = new NameIndex(names, NameIndex.parts(names));
        Set<RatedImage> chosen = new LinkedHashSet<>();
        // A list of one side has the columns of the set, so that the same reader fits.
        for (RatedImage each : RatedSetReader.guessing(set.name()).read(list).images()) {
            RatedImage known = byName.get(each.name());
            if (known == null) {
                List<Integer> places =
                        index.find(each.name()).map(NameIndex.Found::places).orElse(List.of());
                if (places.size() != 1) {
                    throw new BenchmarkException(
                            list
                                    + ", row "
                                    + each.row()
                                    + ": "
                                    + each.name()
                                    + (places.isEmpty()
                                            ? " is not in the set '"
                                            : " fits several images of the set '")
                                    + set.name()
                                    + "'");
                }
                known = set.images().get(places.getFirst());
            }
            chosen.add(known);
        }
        return List.copyOf(chosen);
    }
}
