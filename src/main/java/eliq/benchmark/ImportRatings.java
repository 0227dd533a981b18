package eliq.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A rated set to bring in.
 *
 * @param name it is to have
 * @param index its table, or the folder of AIGCIQA2023's MATLAB files
 * @param images folder to look for the images in, at any depth; absent: only the ratings are wanted
 * @param layout of the index; absent: told by its columns
 * @param columns named by the user; the rest is guessed
 * @param delimiter of text; absent: told by the file
 * @param catalogue whether the images that are found are put into the catalogue, with their prompts and ratings
 */
public record ImportRatings(
        String name,
        Path index,
        Optional<Path> images,
        Optional<RatedSetLayout> layout,
        RatingColumns columns,
        Optional<Character> delimiter,
        boolean catalogue) {
    public ImportRatings {
        index = index.toAbsolutePath().normalize();
        images = images.map(folder -> folder.toAbsolutePath().normalize());
    }

    /** The set that the index lists. */
    RatedSet read() throws BenchmarkException {
        return new RatedSetReader(name, layout, columns, delimiter).read(index);
    }

    /** Where the images of the set are; empty where no folder is named. */
    Optional<ImageMatch> match(RatedSet set) {
        List<String> names = set.images().stream().map(RatedImage::name).toList();
        return images.map(folder -> ImageMatch.find(names, folder));
    }
}
