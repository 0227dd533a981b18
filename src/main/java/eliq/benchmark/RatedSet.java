package eliq.benchmark;

import eliq.catalog.Aspect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A rated data set: what its index files say.
 *
 * @param name in the workspace
 * @param layout of the index files
 * @param visual name of the rating of visual quality, if there is one
 * @param alignment name of the rating of fit to the prompt, if there is one
 * @param index files it was read from
 * @param columns which column was taken for what, in words
 * @param images in the order of the index
 * @param remarks what a person should know of the reading, each a sentence
 */
public record RatedSet(
        String name,
        RatedSetLayout layout,
        Optional<String> visual,
        Optional<String> alignment,
        List<IndexFile> index,
        List<String> columns,
        List<RatedImage> images,
        List<String> remarks) {

    public RatedSet {
        index = List.copyOf(index);
        columns = List.copyOf(columns);
        images = List.copyOf(images);
        remarks = List.copyOf(remarks);
    }

    /**
     * @param path when it was read
     * @param sha256 of its bytes
     */
    public record IndexFile(String path, String sha256) {}

    /** How many different prompts. */
    public int prompts() {
        return (int)
                images.stream()
                        .filter(i -> i.prompt().isPresent())
                        .map(RatedImage::promptKey)
                        .distinct()
                        .count();
    }

    /** Images by generator, in alphabetical order. */
    public Map<String, Long> generators() {
        return images.stream()
                .filter(i -> i.generator().isPresent())
                .collect(
                        Collectors.groupingBy(
                                i -> i.generator().get(), TreeMap::new, Collectors.counting()));
    }

    /** Name of the rating that an aspect's score is held against; technical and aesthetic have the visual one. */
    public Optional<String> rating(Aspect aspect) {
        return aspect == Aspect.ALIGNMENT ? alignment : visual;
    }

    /** Mean opinions of a rating in the order of the images; NaN where there is none. */
    public double[] values(String rating) {
        return images.stream().mapToDouble(i -> i.rating(rating)).toArray();
    }

    /**
     * The same with other ratings for the two aspects.
     *
     * @throws BenchmarkException naming the ratings that there are
     */
    public RatedSet withRatings(Optional<String> visualName, Optional<String> alignmentName)
            throws BenchmarkException {
        for (Optional<String> each : List.of(visualName, alignmentName)) {
            if (each.isPresent() && !ratingNames().contains(each.get())) {
                throw new BenchmarkException(
                        "The set '"
                                + name
                                + "' has no rating '"
                                + each.get()
                                + "'; it has "
                                + String.join(", ", ratingNames()));
            }
        }
        return new RatedSet(
                name,
                layout,
                visualName.or(() -> visual),
                alignmentName.or(() -> alignment),
                index,
                columns,
                images,
                remarks);
    }

    /** Names of all ratings, in the order of the index. */
    public List<String> ratingNames() {
        return images.stream().flatMap(i -> i.ratings().keySet().stream()).distinct().toList();
    }
}
